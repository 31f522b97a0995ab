#!/usr/bin/env bash
# Shows that jars add to the product: a QUIC test case with a check (examples/quic-test-case), a protocol and a run listener
# (examples/own-protocol), each listed, planned, run and reported by ./interop. examples/check.sh runs it at its end: the
# images have to be built. Arguments are handed on to Maven.
set -euo pipefail
cd "$(dirname "$0")/.."
VERSION=$(sed -n 's,.*<version>\(.*\)</version>.*,\1,p' pom.xml | head -n 1)
readonly VERSION
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { printf 'FAILED  %s\n' "$1" >&2; [ ! -f "$work/log" ] || tail -n 30 "$work/log" >&2; exit 1; }

expect() { # WHAT EXPECTED SEEN
  [ "$2" = "$3" ] || fail "$1: expected $2, seen $3"
  printf 'ok      %s: %s\n' "$1" "$3"
}

interop() { # ARGUMENT…; its exit code goes to $code, what it says to the log
  code=0
  ./interop "$@" >"$work/log" 2>&1 </dev/null || code=$?
}

lines() { grep -c -- "$1" "$2" || true; }

mvn -B -q -pl examples/quic-test-case,examples/own-protocol -am -DskipTests -Dspotless.check.skip package "$@"

jar=$PWD/examples/quic-test-case/target/example-quic-test-case-$VERSION.jar
interop list tests --class-path "$jar" --protocol quic
expect 'a test case of a jar is listed' '1 line, exit 0' "$(lines padded-handshake "$work/log") line, exit $code"

interop run --class-path "$jar" --clients quic-go --servers quic-go --tests padded-handshake --out "$work/quic"
expect 'it is run and its check passes' '1 passed of 1, exit 0' \
  "$(lines '"outcome":"succeeded"' "$work/quic/cells.jsonl") passed of $(lines . "$work/quic/cells.jsonl"), exit $code"
expect 'it is in the matrix' 'PH' "$(grep -o 'PH' "$work/quic/quic/matrix.md" | head -n 1)"

interop run --tests padded-handshake --clients quic-go --servers quic-go --out "$work/none"
expect 'without the jar it is not known' 'exit 2' "exit $code"

export INTEROP_CLASSPATH=examples/own-protocol/target/example-own-protocol-$VERSION.jar
registry=(--protocol echo --registry examples/own-protocol/implementations.json)
interop plan "${registry[@]}"
expect 'a protocol of a jar is planned' 'exit 0' "exit $code"

interop run "${registry[@]}" --out "$work/echo"
expect 'it is run' '2 passed of 2, exit 0' \
  "$(lines '"outcome":"succeeded"' "$work/echo/cells.jsonl") passed of $(lines . "$work/echo/cells.jsonl"), exit $code"
expect 'a run listener of a jar has heard of both' '2 lines' "$(lines succeeded "$work/echo/outcomes.txt") lines"

interop run "${registry[@]}" --servers shouting --tests echo --out "$work/red"
expect 'its check fails a faulty endpoint' '1 failed, exit 1' \
  "$(lines '"outcome":"failed"' "$work/red/cells.jsonl") failed, exit $code"

interop check perl "${registry[@]}" --role caller
expect 'check speaks of its variables and files only' 'exit 0, 3 lines met, 0 of other protocols' \
  "exit $code, $(lines '^✓ .*\(there and starts\|127 to an unknown\|does a test case\)' "$work/log") lines met, $(lines \
    'MOQT\|MoQT\|TAP\|QLOGDIR\|SSLKEYLOGFILE\|/downloads' "$work/log") of other protocols"

interop report --in "$work/echo" --out "$work/site"
expect 'it is reported' 'exit 0, a page' "exit $code, $([ -f "$work/site/index.html" ] && echo 'a page')"

sed 's/"attempts": 40/"atempts": 40/' examples/own-protocol/implementations.json >"$work/slip.json"
interop run --protocol echo --registry "$work/slip.json"
expect "a slip in its section is told" "exit 2, 1 line" \
  "exit $code, $(lines "slip.json:[0-9]*: 'perl': key 'atempts' is not known; did you mean 'attempts'?" "$work/log") line"
