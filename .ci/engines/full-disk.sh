#!/usr/bin/env bash
# Lets hostile clients fill the small disk of a second engine (engine.sh) in one of two lanes, beside honest cells:
#   .ci/engines/full-disk.sh SUITE [SIZE]      default: 3G
# 0 if they fail for that, and all honest cells pass, where necessary at a later attempt.
set -euo pipefail
readonly HERE=$(cd "$(dirname "$0")" && pwd)
readonly ROOT=$HERE/../..
readonly HOSTILE=localhost/interop-test/hostile:local
readonly IMAGES=(localhost/interop/{endpoint,simulator,tshark,quic-go}:local "$HOSTILE")

if [ "${1:-}" != --inside ]; then
    [ $# -ge 1 ] || { echo 'usage: full-disk.sh host|trixie|sid [SIZE]' >&2; exit 2; }
    docker build -q -t "$HOSTILE" "$ROOT/engine/src/test/resources/dev/interop/run/hostile" >/dev/null
    INTEROP_ENGINE_DISK=${2:-3G} exec "$HERE/engine.sh" "$1" "${IMAGES[@]}" -- "$0" --inside
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 - "$HOSTILE" >"$folder/registry.json" <<'REGISTRY'
import json, sys
honest = "localhost/interop/quic-go:local"
entries = {"quic-go": {"quic": {"roles": ["client", "server"], "image": honest}}}
for name in ("fill-disk", "fill-names", "fill-own", "fill-own-names", "fill-volume", "fill-probe"):
    entries[name] = {"quic": {"roles": ["client"], "image": sys.argv[1], "env": {"FAULT": name}}}
print(json.dumps({"version": "2.0", "implementations": {
    "fill-probe": entries["fill-probe"], "fill-disk": entries["fill-disk"], "quic-go": entries["quic-go"],
    "fill-names": entries["fill-names"], "fill-own": entries["fill-own"], "fill-own-names": entries["fill-own-names"],
    "fill-volume": entries["fill-volume"]}}))
REGISTRY
code=0
"$ROOT/interop" run --registry "$folder/registry.json" --servers quic-go --tests "${INTEROP_TESTS:-handshake,transfer,retry,resumption}" --lanes 2 \
    --no-build --out "$folder/out" >"$folder/run" 2>&1 || code=$?
cat "$folder/run"
python3 - "$folder/out/cells.jsonl" "$code" <<'CHECK'
import json, sys
cells = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
wrong = 0 if sys.argv[2] == "1" else 1
for cell in cells:
    text = json.dumps(cell)
    hostile = '"fill-' in text
    wanted = ("skipped", "not-compliant") if '"fill-probe' in text else ("failed", "disk-limit")
    good = (cell["outcome"], cell["reason"]["code"]) == wanted if hostile else cell["outcome"] == "succeeded"
    wrong += not good
    if not good:
        print("FAILED:", text[:600])
again = sum("earlier" in cell and bool(cell["earlier"]) for cell in cells)
print(f"full-disk.sh: exit code {sys.argv[2]}, {len(cells)} cells, {again} run again, {wrong} wrong")
sys.exit(1 if wrong else 0)
CHECK
