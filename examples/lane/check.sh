#!/usr/bin/env bash
# Shows that a container of a user's own is in a lane while cells run, and gone afterwards. examples/check.sh runs it;
# arguments are handed on to Maven.
set -euo pipefail
cd "$(dirname "$0")/../.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT

fail() { printf 'FAILED  %s\n' "$1" >&2; tail -n 30 "$log" >&2; exit 1; }

rm -f examples/lane/target/traffic-*.txt
mvn -B -q -pl examples/lane verify -Dspotless.check.skip "$@" >"$log" 2>&1 </dev/null || fail 'the matrix with a traffic generator'
refused=$(grep -ohE '[0-9]+' examples/lane/target/traffic-*.txt | sort -n | tail -n 1) || fail 'the traffic generator was not told of the end'
[ "$refused" -gt 0 ] || fail 'the traffic generator did not reach the client'
left=$(docker ps -q --filter label=dev.interop.session --filter label=org.testcontainers)
[ -z "$left" ] || fail "a container is left: $left"
printf 'ok      %s\n' 'a container of a user'\''s own is in a lane while cells run, and gone afterwards'
