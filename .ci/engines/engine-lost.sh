#!/usr/bin/env bash
# Takes a second engine (engine.sh) away from a run in the middle:
#   .ci/engines/engine-lost.sh SUITE kill      dockerd is killed and started again
#   .ci/engines/engine-lost.sh SUITE restart   dockerd ends by itself, with all containers, and is started again
#   .ci/engines/engine-lost.sh SUITE freeze    dockerd stands still for 90 s
#   .ci/engines/engine-lost.sh SUITE gone      dockerd is killed for good
# 0 if the run says so, keeps what was finished, and runs again what was not: all cells pass; with 'gone', those that could
# not be run are errors 'engine-lost' and the exit code is 3.
set -euo pipefail
readonly HERE=$(cd "$(dirname "$0")" && pwd)
readonly ROOT=$HERE/../..
readonly IMAGES=(localhost/interop/{endpoint,simulator,tshark,quic-go}:local)
readonly TESTS=handshake,retry,chacha20,transfer,resumption
readonly FROZEN_SECONDS=90

if [ "${1:-}" != --inside ]; then
    [ $# = 2 ] || { echo 'usage: engine-lost.sh host|trixie|sid kill|restart|freeze|gone' >&2; exit 2; }
    exec "${INTEROP_ENGINE_SH:-$HERE/engine.sh}" "$1" "${IMAGES[@]}" -- "$0" --inside "$2"
fi
readonly HOW=$2

folder=$(mktemp -d)
engine= holder=
finish() {
    # An engine that was killed has left its containers and containerd behind.
    [ "$HOW" != gone ] || [ -z "$holder" ] || { start_again; until_it_answers; docker ps -aq | xargs -r docker rm -f >/dev/null || true; }
    [ -z "$engine" ] || { kill "$engine" 2>/dev/null && wait "$engine" || true; }
    [ -z "$holder" ] || kill "$holder" 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
failed() { cat "$folder/run"; echo "FAILED: $*"; exit 1; }

# Keeps the engine's namespaces, so that it can be started in them again.
nsenter -t "$ENGINE_PID" -n -m sleep infinity &
holder=$!
mapfile -d '' command <"/proc/$ENGINE_PID/cmdline"
path=$(tr '\0' '\n' <"/proc/$ENGINE_PID/environ" | sed -n 's/^PATH=//p')
start_again() {
    PATH=$path nsenter -t "$holder" -n -m "${command[@]}" >"$folder/dockerd" 2>&1 &
    engine=$!
}
until_it_answers() {
    for ((waited = 0; waited < 300; waited++)); do
        ! docker version >/dev/null 2>&1 || return 0
        sleep 0.1
    done
}

cd "$folder"
"$ROOT/interop" run --clients quic-go --servers quic-go --tests "$TESTS" --lanes 2 --no-build --out "$folder/out" \
    >"$folder/run" 2>&1 &
run=$!
# One cell is finished, the next ones run.
until [ -s "$folder/out/cells.jsonl" ]; do
    kill -0 "$run" 2>/dev/null || failed 'the run ended before'
    sleep 0.2
done
sleep 1
echo "engine-lost.sh: $HOW" >>"$folder/run"
case $HOW in
    kill) kill -KILL "$ENGINE_PID"; sleep 3; start_again ;;
    restart) kill -TERM "$ENGINE_PID"; while kill -0 "$ENGINE_PID" 2>/dev/null; do sleep 0.1; done; start_again ;;
    freeze) kill -STOP "$ENGINE_PID"; sleep "$FROZEN_SECONDS"; kill -CONT "$ENGINE_PID" ;;
    gone) kill -KILL "$ENGINE_PID" ;;
    *) failed "no such way: $HOW" ;;
esac
code=0
wait "$run" || code=$?
cells=$(wc -l <"$folder/out/cells.jsonl")
count() { grep -c "$1" "$folder/out/cells.jsonl" || true; }
passed=$(count '"outcome":"succeeded"') lost=$(count '"outcome":"error","reason":{"code":"engine-lost"') again=$(count '"earlier":')
echo "engine-lost.sh: exit code $code, $cells cells: $passed succeeded, $lost lost, $again run again" | tee -a "$folder/run"
[ "$cells" = 5 ] || failed 'not every cell has one result'
if [ "$HOW" = gone ]; then
    [ "$code" = 3 ] && [ "$lost" -ge 1 ] && [ $((passed + lost)) = 5 ] || failed 'a lost cell is no error'
else
    [ "$code" = 0 ] && [ "$passed" = 5 ] && [ "$again" -ge 1 ] || failed 'a cell was not run again until it passed'
    grep -q 'again because of .engine-lost' "$folder/run" || failed 'the final lines do not say so'
fi
cat "$folder/run"
