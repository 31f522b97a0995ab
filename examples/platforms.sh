#!/usr/bin/env bash
# Shows on which versions of JUnit the engine runs: a cell passes on each one that is supported, and on older ones the
# matrix fails with the version that is needed, while the tests of other engines run. examples/check.sh calls it; the
# engine has to be installed and the images of quic-go built. Arguments are handed on to Maven.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly ROOT=$PWD SUPPORTED='5.13.4 5.14.4 6.0.3 6.1.3' OLD='5.12.2 5.10.5'
readonly REPORTS=target/surefire-reports/TEST-dev.interop.platforms
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R examples/platforms/. "$work"
engine=$(sed -n 's,.*<version>\(.*\)</version>.*,\1,p' pom.xml | head -n 1)
maven=("$@")

fail() { printf 'FAILED  %s\n' "$1" >&2; tail -n 30 "$work/log" >&2; exit 1; }

expect() { # WHAT EXPECTED SEEN
  [ "$2" = "$3" ] || fail "$1: expected $2, seen $3"
  printf 'ok      %s: %s\n' "$1" "$3"
}

count() { # CLASS TEXT: how many lines of its report hold the text
  grep -c -- "$2" "$work/$REPORTS.$1.xml" 2>/dev/null || true
}

test_on() { # JUNIT; Maven's exit code goes to $code
  code=0
  rm -rf "$work/target/surefire-reports"
  mvn -B -q -f "$work/pom.xml" "${maven[@]}" test "-Djunit.version=$1" "-Dengine.version=$engine" "-Dinterop.registry=$ROOT/implementations.json" \
    -Dinterop.out="$work/run" -Dinterop.out.overwrite=true >"$work/log" 2>&1 </dev/null || code=$?
}

for version in $SUPPORTED; do
  test_on "$version"
  expect "JUnit $version" '1 cell, 1 neighbour, 0 failed, exit 0' \
    "$(count MatrixTest '<testcase .*handshake') cell, $(count NeighbourTest '<testcase ') neighbour, $(count MatrixTest '<failure\|<error') failed, exit $code"
done

for version in $OLD; do
  test_on "$version"
  needed="Interop Engine needs JUnit 5.13 or later (JUnit Platform 1.13); this is 1.${version#5.}"
  expect "JUnit $version" '1 neighbour, 0 failed; 1 line that says what is needed, exit 1' \
    "$(count NeighbourTest '<testcase ') neighbour, $(count NeighbourTest '<failure\|<error') failed; $(grep -c "ERROR.*$needed" "$work/log" | sed 's/^[1-9].*/1/') line that says what is needed, exit $code"
done
