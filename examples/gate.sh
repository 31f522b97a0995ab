#!/usr/bin/env bash
# Shows a matrix as a daily gate through Surefire: a known failure and a flaky cell do not fail the build, an entry that is
# out of date or expired does, what did not change is not run, and a matrix ends early at failed cells.
# examples/check.sh calls it; the engine has to be installed and the images of quic-go and faulty built. Arguments are handed
# on to Maven.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
maven=("$@")
project=$work/project
report=$project/target/surefire-reports/TEST-example.GateTest.xml
# The first ClientHello of "hasty" is lost with this seed, those of its next attempts are not.
selection=(-Dinterop.tests=transferloss -Dinterop.seed=0x52 -Dinterop.retries=2 -Dinterop.reuse=7d -Dinterop.probe=false
  "-Dinterop.history=$work/history")

fail() { printf 'FAILED  %s\n' "$1" >&2; tail -n 40 "$work/log" >&2; exit 1; }

expect() { # WHAT EXPECTED SEEN
  [ "$2" = "$3" ] || fail "$1: expected $2, seen $3"
  printf 'ok      %s: %s\n' "$1" "$3"
}

count() { grep -c -- "$1" "$2" || true; } # TEXT FILE

test_with() { # MAVEN-ARGUMENT…
  rm -rf "$project/target/surefire-reports" "$project/target/interop"
  code=0
  mvn -B -f "$project/pom.xml" test "${maven[@]}" "$@" >"$work/log" 2>&1 </dev/null || code=$?
  [ -f "$report" ] || fail 'there is no report'
}

cells() { cat "$project"/target/interop/*/cells.jsonl; }

reused() { cells | grep -c '"reused":' || true; }

mkdir -p "$project/src/test/java/example"
version=$(sed -n 's,.*<version>\(.*\)</version>.*,\1,p' pom.xml | head -n 1)
awk '/^```xml$/ { inside = 1; next } /^```$/ && inside { exit } inside' docs/use.md |
  sed "/interop-engine/{n;s,<version>.*</version>,<version>$version</version>,}" >"$project/pom.xml"
cat >"$project/src/test/java/example/GateTest.java" <<'JAVA'
package example;

import dev.interop.engine.InteropTest;

@InteropTest
class GateTest {}
JAVA
cat >"$project/implementations.json" <<'REGISTRY'
{ "version": "2.0", "implementations": {
  "mine": { "quic": { "roles": ["client", "server"], "image": "localhost/interop/quic-go:local" } },
  "liar": { "quic": { "roles": ["client"], "image": "localhost/interop/faulty:local", "env": { "FAULT": "lies" } } },
  "hasty": { "quic": { "roles": ["client"], "image": "localhost/interop/faulty:local", "env": { "FAULT": "hasty" } } } } }
REGISTRY
cat >"$project/expectations.yaml" <<'EXPECTATIONS'
known-failing:
  - client: liar
    reason: asks for nothing
EXPECTATIONS

test_with "${selection[@]}"
expect 'a known failure and a flaky cell are aborted with their reasons, the build is green' \
  '3 cells, 2 skipped, 0 failed, 1 known failing, 1 flaky: 2 of 3, exit 0' \
  "$(count '<testcase ' "$report") cells, $(count '<skipped' "$report") skipped, $(count '<failure\|<error' "$report") failed, $(count 'known failing: .*asks for nothing' "$report") known failing, $(count 'flaky: 2 of 3 passed' "$report") flaky: 2 of 3, exit $code"

printf '  - {client: gone, reason: mended long ago, until: 2020-01-01}\n' >>"$project/expectations.yaml"
test_with "${selection[@]}" -Dinterop.replace=liar=localhost/interop/quic-go:local
expect 'an entry whose cell passes fails the build with the lines to delete, and so does an expired one without a cell; what passed at once is not run again' \
  '2 failures, lines 2 to 3, line 4, 1 reused, exit 1' \
  "$(count '<failure' "$report") failures, $(grep -o 'lines 2 to 3' "$report" | sort -u), $(grep -o 'expired after 2020-01-01: delete line 4' "$report" | sort -u | grep -o 'line 4'), $(reused) reused, exit $code"

# Five cells that fail, in one lane.
failing=(-Dinterop.clients=liar -Dinterop.servers=mine -Dinterop.tests=handshake,transfer,retry,chacha20,multiplexing
  -Dinterop.lanes=1 -Dinterop.expectations=none -Dinterop.history=none -Dinterop.probe=false)

test_with "${failing[@]}" -Dinterop.limit.failures=1
expect 'interop.limit.failures ends a matrix after that many' '1 failed, 4 not begun, exit 1' \
  "$(count '<failure' "$report") failed, $(count '<skipped.*not begun: 1 failed before (interop.limit.failures)' "$report") not begun, exit $code"

# Surefire cancels through the token that JUnit has from 6 on. Further cells fail if they end before the first has its verdict.
sed -i "s,<dependencies>,<dependencyManagement><dependencies><dependency><groupId>org.junit</groupId><artifactId>junit-bom</artifactId><version>6.1.3</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>&," "$project/pom.xml"
test_with "${failing[@]}" -Dsurefire.skipAfterFailureCount=1
failed=$(count '<failure' "$report")
cancelled=$(count '<skipped.*the run was cancelled before this cell ended' "$report")
expect "Surefire's own limit cancels the cells that run, and the others" 'some failed, the others of 5 cancelled, exit 1' \
  "$([ "$failed" -ge 1 ] && echo some || echo none) failed, $([ "$cancelled" -ge 1 ] && echo the others) of $((failed + cancelled)) cancelled, exit $code"
