#!/usr/bin/env bash
# Takes from runs on a second engine (engine.sh) what the test bed itself needs:
#   .ci/engines/harness-failures.sh SUITE
# the folder for temporary files, the dissector's containers, the dissector's memory, Java's memory. 0 if each run either does
# without it or ends with exit code 3 and errors; no cell may be failed or undecided, since no implementation did anything.
set -euo pipefail
readonly HERE=$(cd "$(dirname "$0")" && pwd)
readonly ROOT=$HERE/../..
readonly IMAGES=(localhost/interop/{endpoint,simulator,tshark,quic-go}:local)

if [ "${1:-}" != --inside ]; then
    [ $# = 1 ] || { echo 'usage: harness-failures.sh host|trixie|sid' >&2; exit 2; }
    exec "$HERE/engine.sh" "$1" "${IMAGES[@]}" -- "$0" --inside
fi

folder=$(mktemp -d /var/tmp/interop-harness-XXXXXX)
spoiler=
finish() {
    [ -z "$spoiler" ] || kill "$spoiler" 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
wrong=0

# The containers of the dissector, as they come.
tools() { docker ps -q --filter name=-tools-; }
spoil() { # ARGUMENT…: a command of docker, for each of them until the run ends
    while :; do tools | xargs -r -n 1 docker "$@" >/dev/null 2>&1 || true; sleep 0.1; done &
    spoiler=$!
}
calm() { [ -z "$spoiler" ] || { kill "$spoiler" && wait "$spoiler" || true; spoiler=; }; }

run() { # NAME COMMAND…
    local name=$1 code=0
    shift
    # The folder of the results is given by name: a result may not depend on it.
    "$@" "$ROOT/interop" run --clients quic-go --servers quic-go --tests retry,chacha20 --lanes 1 --no-build \
        --out "$folder/$name" >"$folder/$name.log" 2>&1 </dev/null || code=$?
    calm
    echo "$code" >"$folder/$name.code"
}
check() { # NAME REASON-CODE: what the errors have to say; '-' if the run may pass as well
    local name=$1 code cells errors passed
    code=$(cat "$folder/$1.code")
    cells=$(cat "$folder/$name/cells.jsonl" 2>/dev/null || true)
    errors=$(grep -c '"outcome":"error"' <<<"$cells" || true)
    passed=$(grep -c '"outcome":"succeeded"' <<<"$cells" || true)
    echo "$name: exit code $code, $passed succeeded, $errors errors"
    { [ "$2" = - ] && [ "$code" = 0 ] && [ "$passed" = 2 ]; } ||
        { [ "$code" = 3 ] && [ $((passed + errors)) = "$(grep -c . <<<"$cells" || true)" ] &&
            { [ "$2" = - ] || grep -q "\"outcome\":\"error\",\"reason\":{\"code\":\"$2\"" <<<"$cells"; }; } ||
        { cat "$folder/$name.log"; echo "FAILED: $name"; wrong=1; }
    sed -n 's/^/    /; /error/p' "$folder/$name.log" | cut -c1-200 | head -n 4
}

# shellcheck disable=SC2016
run no-temporary-files unshare --mount sh -c 'mount --bind /tmp /tmp && mount -o remount,bind,ro /tmp && exec "$@"' sh
check no-temporary-files -
spoil rm -f
run no-dissector env
check no-dissector engine-lost
spoil update --memory 24m --memory-swap 24m
run no-dissector-memory env
check no-dissector-memory harness
run no-java-memory env JAVA_TOOL_OPTIONS=-Xmx24m
check no-java-memory -
exit "$wrong"
