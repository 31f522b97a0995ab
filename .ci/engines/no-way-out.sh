#!/usr/bin/env bash
# Lets a client and a server that try to leave their networks run on a second engine (engine.sh), with listeners and captures
# in its namespace and in the outside world:
#   .ci/engines/no-way-out.sh SUITE        0 if nothing got out, else 1; what did, on standard output
#   .ci/engines/no-way-out.sh SUITE open   the same without the guard of the lanes: shows that the watchers see what leaves
set -euo pipefail
readonly HERE=$(cd "$(dirname "$0")" && pwd)
readonly ROOT=$HERE/../..
readonly IMAGES=(localhost/interop/{endpoint,simulator,tshark,quic-go,outside}:local)

if [ "${1:-}" != --inside ]; then
    [ $# -ge 1 ] || { echo 'usage: no-way-out.sh host|trixie|sid [open]' >&2; exit 2; }
    docker build -q -t localhost/interop/outside:local "$HERE/outside" >/dev/null
    exec "$HERE/engine.sh" "$1" "${IMAGES[@]}" -- "$0" --inside "${2:-guarded}"
fi

folder=$(mktemp -d)
watchers=()
finish() {
    kill "${watchers[@]}" 2>/dev/null || true
    wait || true
    rm -rf "$folder"
}
trap finish EXIT
watch() { # NAME PROCESS
    # /sys of the namespace, for the bridges.
    nsenter -t "$2" -n unshare --mount sh -c 'mount -t sysfs sysfs /sys; exec python3 "$@"' - \
        "$HERE/watch.py" "$1" "$folder/$1" >"$folder/$1.ready" &
    watchers+=($!)
    until grep -q watching "$folder/$1.ready"; do sleep 0.1; done
}
watch engine "$ENGINE_PID"
watch world "$OUTSIDE_PID"

cat >"$folder/registry.json" <<'JSON'
{ "version": "2.0", "implementations": {
  "quic-go": { "url": "https://github.com/quic-go/quic-go",
    "quic": { "roles": ["client", "server"], "image": "localhost/interop/quic-go:local" } },
  "outside": { "url": "https://example.org/",
    "quic": { "roles": ["client", "server"], "image": "localhost/interop/outside:local" } }
} }
JSON
parameters=(--lanes 2)
[ "$2" = guarded ] || parameters+=(-P interop.sandbox.image=localhost/interop/none:local -P interop.tools.build=false)
cd "$folder"
"$ROOT/interop" run --registry "$folder/registry.json" --clients outside,quic-go --servers quic-go,outside \
    --tests handshake,transfer "${parameters[@]}" --no-build --out "$folder/out" >"$folder/run" 2>&1 || true
cat "$folder/run"
grep -rh '^OUTSIDE' "$folder/out" --include stdout.log | sort | uniq -c || true
kill "${watchers[@]}"
wait "${watchers[@]}" || true
watchers=()
grep -h ^watched "$folder"/{engine,world}
grep -hq ' 0 dropped' "$folder/engine" && grep -hq ' 0 dropped' "$folder/world" || { echo 'FAILED: not every frame was seen'; exit 1; }
if grep -hv ^watched "$folder"/{engine,world} | sort; then
    echo 'FAILED: the above left its lane'
    exit 1
fi
[ "$(grep -rl 'OUTSIDE tried' "$folder/out" --include stdout.log | wc -l)" -ge 2 ] || {
    find "$folder/out" -path '*outside*' -path '*client*' -name 'std*.log' -exec tail -n 5 {} +
    echo 'FAILED: nobody tried'
    exit 1
}
honest=$(grep -c '"quic/quic-go_quic-go/[a-z]*".*"outcome":"succeeded"' "$folder/out/cells.jsonl" || true)
[ "$honest" = 2 ] || { echo "FAILED: $honest of 2 cells of the honest endpoint with itself succeeded"; exit 1; }
echo 'nothing left its lane'
