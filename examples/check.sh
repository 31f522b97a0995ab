#!/usr/bin/env bash
# Shows that the tools people use with tests work on a matrix: one cell and a pattern of cells selected by Maven, a failed
# cell run again, the class run by the Console Launcher of another JUnit; and that ./interop takes paths from where the
# user stands. ./interop test runs it at its end: the images have to be built. It installs the engine into the local
# Maven repository. Arguments are handed on to Maven.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly ROOT=$PWD JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
readonly PACKAGE=dev.interop.examples CONSOLE=6.1.3
CLASS=$PACKAGE.QuicInteropTest
work=$(mktemp -d)
beside=
trap '[ -z "$beside" ] || { kill -- "-$beside" 2>/dev/null || true; wait "$beside" || true; }; rm -rf "$work"' EXIT

fail() { printf 'FAILED  %s\n' "$1" >&2; [ ! -f "$work/log" ] || tail -n 30 "$work/log" >&2; exit 1; }

report() { echo "examples/target/surefire-reports/TEST-$CLASS.xml"; }

# How many of the report's lines hold this text.
count() { grep -c "$1" "$(report)" || true; }

expect() { # WHAT EXPECTED SEEN
  [ "$2" = "$3" ] || fail "$1: expected $2, seen $3"
  printf 'ok      %s: %s\n' "$1" "$3"
}

verify() { # MAVEN-ARGUMENT…; its exit code goes to $code
  rm -f "$(report)"
  code=0
  mvn -B -q -pl examples verify -Dspotless.check.skip "${maven[@]}" "$@" >"$work/log" 2>&1 </dev/null || code=$?
  [ -f "$(report)" ] || fail 'there is no report'
}

maven=("$@")

# The examples take the engine from the local repository, as other projects do.
mvn -B -q -pl engine,testkit -am install -Dmaven.test.skip -Dspotless.check.skip "${maven[@]}" </dev/null

# These have projects of their own and wait for containers most of the time. Their process group ends with this script.
set -m
(examples/platforms.sh "${maven[@]}" && examples/beside.sh "${maven[@]}" && examples/gate.sh "${maven[@]}") >"$work/beside" 2>&1 </dev/null &
beside=$!
set +m

verify "-Dtest=QuicInteropTest#quic-go × quic-go › handshake"
expect 'one cell by its name' '1 cell, exit 0' "$(count '<testcase ') cell, exit $code"

# A JVM with an ASCII locale, as in a bare container, loses the letters between the names.
LC_ALL=C verify '-Dtest=QuicInteropTest#quic-go ? quic-go ? handshake'
expect 'one cell by its name in ASCII, with LANG=C' '1 cell, exit 0' "$(count '<testcase ') cell, exit $code"
LC_ALL=C verify "-Dtest=QuicInteropTest#quic-go × quic-go › handshake"
expect 'a name that the locale loses is no green build' '1 error, exit 1' "$(count '<error ') error, exit $code"

verify '-Dtest=QuicInteropTest#*handshake' -Dinterop.servers=nginx
expect 'cells by a pattern' '2 of 2 handshakes, exit 0' \
  "$(count '<testcase .*handshake') of $(count '<testcase ') handshakes, exit $code"

cat >"$work/registry.json" <<'REGISTRY'
{ "version": "2.0", "implementations": {
  "liar": { "quic": { "roles": ["client"], "image": "localhost/interop/faulty:local", "env": { "FAULT": "lies" } } },
  "quic-go": { "quic": { "roles": ["client", "server"], "image": "localhost/interop/quic-go:local" } } } }
REGISTRY
verify '-Dtest=QuicInteropTest#*handshake' -Dsurefire.rerunFailingTestsCount=1 "-Dinterop.registry=$work/registry.json" \
  -Dinterop.clients=liar -Dinterop.servers=quic-go
expect 'a failed cell is run again' '1 cell, failed 1 + 1 times, exit 1' \
  "$(count '<testcase ') cell, failed $(count '<failure ') + $(count '<rerunFailure ') times, exit $code"

CLASS=$PACKAGE.MoqtInteropTest
cat >"$work/moqt.json" <<'REGISTRY'
{ "version": "2.0", "implementations": {
  "lost": { "moqt": { "draft_versions": ["draft-18"], "roles": ["client"], "image": "localhost/interop/tap:local",
    "env": { "TAP": "odd" } } },
  "aiomoqt": { "moqt": { "draft_versions": ["draft-18"], "roles": ["client", "relay"],
    "image": "localhost/interop/aiomoqt:local", "draft_env": "DRAFT" } } } }
REGISTRY
verify -Dtest=MoqtInteropTest -Dinterop.tests=setup-only -Dinterop.clients=aiomoqt,lost \
  "-Dinterop.registry=$work/moqt.json" -Dsurefire.rerunFailingTestsCount=1
# Surefire lists a test that passed in both runs, such as the client's second point, twice.
expect "what a client reports is a test below its cell; what failed is run again" '6 tests, 2 subtests, failed 2 + 2 times, exit 1' \
  "$(count '<testcase ') tests, $(count '<testcase .* over quic › setup-only"') subtests, failed $(count '<failure ') + $(count '<rerunFailure ') times, exit $code"
cat >"$work/Xml.java" <<'JAVA'
class Xml {
    public static void main(String[] file) throws Exception {
        javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new java.io.File(file[0]));
    }
}
JAVA
expect 'any text of a client is XML' 'well-formed, with uffff' \
  "$("$JAVA" "$work/Xml.java" "$(report)" 2>&1 && echo well-formed), with $(grep -o -m 1 'uffff' "$(report)" | head -n 1)"

verify -Dtest=MoqtInteropTest -Dinterop.tests=all -Dinterop.clients=aiomoqt,lost "-Dinterop.registry=$work/moqt.json" \
  -Dinterop.moqt.cases=all '-Dgroups=client:lost & test:setup-only'
expect 'a tag selects a point of one cell in a run of all test cases' "1 point and the verdict of lost's, 2 tests, exit 1" \
  "$(count '<testcase .*"lost .* › setup-only"') point and the verdict of lost's, $(count '<testcase ') tests, exit $code"
CLASS=$PACKAGE.QuicInteropTest

mvn -B -q -pl examples "${maven[@]}" \
  dependency:build-classpath -Dmdep.outputFile="$work/classpath" -DincludeScope=test \
  dependency:copy -Dartifact="org.junit.platform:junit-platform-console-standalone:$CONSOLE" \
  -DoutputDirectory="$work" >"$work/log" 2>&1 </dev/null || fail 'the Console Launcher cannot be fetched'
# The Console Launcher brings a JUnit of its own.
classpath=$(tr : '\n' <"$work/classpath" | grep -v '/org/junit/' | paste -sd :)
cat >"$work/known.yaml" <<'EXPECTATIONS'
known-failing:
  - client: liar
    reason: asks for nothing
EXPECTATIONS
code=0
"$JAVA" "-Dinterop.registry=$work/registry.json" -Dinterop.clients=quic-go,liar -Dinterop.servers=quic-go \
  -Dinterop.tests=handshake "-Dinterop.expectations=$work/known.yaml" -Dinterop.out="$work/console" \
  -jar "$work/junit-platform-console-standalone-$CONSOLE.jar" execute --class-path "examples/target/test-classes:$classpath" \
  --select-class "$CLASS" --disable-banner --disable-ansi-colors >"$work/log" 2>&1 </dev/null || code=$?
tests() { grep -o "[0-9]* tests $1" "$work/log" || echo none; } # successful|aborted|failed
expect "Console Launcher $CONSOLE; a known failure is aborted with its reason" \
  '1 tests successful, 1 tests aborted, 0 tests failed, asks for nothing, exit 0' \
  "$(tests successful), $(tests aborted), $(tests failed), $(grep 'known failing' "$work/log" | grep -o -m 1 'asks for nothing'), exit $code"

"$ROOT/examples/consumer.sh" "${maven[@]}" || fail 'a project that depends on the engine'

elsewhere() { # ARGUMENT…; called where the user stands
  code=0
  (cd "$work" && "$ROOT/interop" "$@") >"$work/log" 2>&1 </dev/null || code=$?
}

elsewhere judge console/quic/logs/quic-go_quic-go/handshake
expect 'a folder is taken from where the user stands' '1 verdict, exit 0' "$(grep -c '^succeeded' "$work/log") verdict, exit $code"
elsewhere list implementations --registry registry.json
expect 'so is a registry' '1 liar, exit 0' "$(grep -c '^liar ' "$work/log") liar, exit $code"
elsewhere run --registry registry.json --clients liar --servers quic-go --tests handshake --out mine
expect 'so are registry and results of a run' '1 cell, exit 1' "$(wc -l <"$work/mine/cells.jsonl") cell, exit $code"
elsewhere replay --in mine quic/quic-go_liar/handshake
expect 'a replay uses the registry of its run' "liar's cell again, exit 1" \
  "$(grep -o -m 1 'liar' "$work/log")'s cell again, exit $code"
elsewhere diff mine mine
expect 'so are both runs of a difference' 'Every cell came out as before., exit 0' \
  "$(grep 'came out' "$work/log"), exit $code"

examples/archive.sh "${maven[@]}"
examples/lane/check.sh "${maven[@]}"
examples/extend.sh "${maven[@]}"

code=0
wait "$beside" || code=$?
beside=
cat "$work/beside"
exit "$code"
