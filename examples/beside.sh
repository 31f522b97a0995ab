#!/usr/bin/env bash
# Shows a matrix beside other things on a project's class path, through Maven: a class whose registry is broken is an error of
# its own while the tests of the module run; JUnit's Open Test Reporting has the files of a cell; Allure's own listener is
# noticed, and the advice leaves one result for each cell. examples/check.sh calls it; the engine has to be installed and the
# images of quic-go built. Arguments are handed on to Maven.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
engine=$(sed -n 's,.*<version>\(.*\)</version>.*,\1,p' pom.xml | head -n 1)
maven=("$@")

fail() { printf 'FAILED  %s\n' "$1" >&2; tail -n 30 "$work/log" >&2; exit 1; }

expect() { # WHAT EXPECTED SEEN
  [ "$2" = "$3" ] || fail "$1: expected $2, seen $3"
  printf 'ok      %s: %s\n' "$1" "$3"
}

count() { # CLASS TEXT: how many lines of its report hold the text
  grep -c -- "$2" "$work/project/target/surefire-reports/TEST-example.$1.xml" 2>/dev/null || true
}

results() { # How many Allure results are below this folder.
  find "$1" -name '*-result.json' 2>/dev/null | wc -l
}

test_with() { # MAVEN-ARGUMENT…
  rm -rf "$work/project/target/surefire-reports" "$work/project/target/interop" "$work/project/allure-results"
  code=0
  mvn -B -f "$work/project/pom.xml" test "-Dengine.version=$engine" "${maven[@]}" "$@" >"$work/log" 2>&1 </dev/null || code=$?
}

mkdir -p "$work/project"
cp -R examples/beside/. "$work/project"

test_with
expect 'a class with a broken registry stays as an error, the other classes run' \
  '1 error at line 3, 1 cell, 1 neighbour, 0 others failed, exit 1' \
  "$(count BrokenTest '<error.*broken.json:3') error at line 3, $(count MatrixTest '<testcase .*handshake') cell, $(count NeighbourTest '<testcase ') neighbour, $(($(count MatrixTest '<failure\|<error') + $(count NeighbourTest '<failure\|<error'))) others failed, exit $code"
expect 'Open Test Reporting has the files of the cell' 'output.txt, 2 captures, 0 exceptions' \
  "$(cat "$work"/project/target/reports/open-test-report*.xml | grep -o 'path="[^"]*output.txt"' | wc -l | sed 's/^1$/output.txt/'), $(cat "$work"/project/target/reports/open-test-report*.xml | grep -o 'path="[^"]*trace_node_[a-z]*.pcap"' | wc -l) captures, $(grep -c 'IllegalArgumentException' "$work/log" || true) exceptions"
expect "Allure's own listener is noticed" '1 note, 1 result of ours, more of the listener' \
  "$(grep -c 'allure-junit-platform is on the class path' "$work/log") note, $(results "$work/project/target/interop") result of ours, $([ "$(results "$work/project/allure-results")" -gt 0 ] && echo more) of the listener"

test_with '-Djunit.platform.execution.listeners.deactivate=io.qameta.allure.*' -Dtest=MatrixTest
expect 'as the note advises each cell is there once' '0 notes, 1 result of ours, 0 of the listener, exit 0' \
  "$(grep -c 'allure-junit-platform is on the class path' "$work/log" || true) notes, $(results "$work/project/target/interop") result of ours, $(results "$work/project/allure-results") of the listener, exit $code"
