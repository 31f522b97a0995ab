#!/usr/bin/env bash
# Runs cells on a second engine (engine.sh) that remaps the users of containers:
#   .ci/engines/remapped-users.sh SUITE
# 0 if the cells succeed, the lanes are closed towards the machine, the waits for processors are measured, and doctor says so.
set -euo pipefail
readonly HERE=$(cd "$(dirname "$0")" && pwd)
readonly ROOT=$HERE/../..
readonly IMAGES=(localhost/interop/{endpoint,simulator,tshark,quic-go}:local)

if [ "${1:-}" != --inside ]; then
    [ $# = 1 ] || { echo 'usage: remapped-users.sh host|trixie|sid' >&2; exit 2; }
    INTEROP_ENGINE_REMAP=1 exec "$HERE/engine.sh" "$1" "${IMAGES[@]}" -- "$0" --inside
fi

folder=$(mktemp -d /var/tmp/interop-remapped-XXXXXX)
trap 'rm -rf "$folder"' EXIT
wrong=0
expect() { # WHAT COMMAND…
    local what=$1
    shift
    if "$@"; then echo "ok: $what"; else echo "FAILED: $what"; wrong=1; fi
}

docker info --format '{{.SecurityOptions}}' | grep -q userns || { echo 'the engine does not remap users' >&2; exit 3; }
"$ROOT/interop" run --clients quic-go --servers quic-go --tests handshake,retry --lanes 2 --no-build --out "$folder/run" \
    >"$folder/log" 2>&1 </dev/null || cat "$folder/log"
"$ROOT/interop" doctor >"$folder/doctor" 2>&1 || true
cells=$(cat "$folder/run/cells.jsonl" 2>/dev/null || true)
expect 'both cells succeeded' test "$(grep -c '"outcome":"succeeded"' <<<"$cells")" = 2
expect 'the lanes are closed' sh -c '! grep -q "not closed" "$1"' - "$folder/log"
expect 'waits for processors are measured' grep -q '"worstMillis"' <<<"$cells"
expect 'doctor says that the lanes are closed' grep -q 'closed towards the machine' "$folder/doctor"
sed -n '/Plan/,/^$/p' "$folder/log" | head -n 12
grep -i 'lane\|way out' "$folder/doctor" | head -n 5 || true
exit "$wrong"
