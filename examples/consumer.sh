#!/usr/bin/env bash
# Shows that the engine works from its dependency alone: a Maven project in an empty folder outside the checkout, with the
# engine as its one test dependency from a repository folder, runs the cells of two images. Where this is Linux and root,
# the checkout is hidden meanwhile. examples/check.sh runs it; arguments are handed on to Maven.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly ROOT=$PWD
readonly BUILT=localhost/interop-consumer-$$/tshark:local
work=$(mktemp -d)
trap 'docker image rm "$BUILT" >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

fail() { printf 'FAILED  %s\n' "$1" >&2; tail -n 40 "$work/log" >&2; exit 1; }

expect() { # WHAT EXPECTED SEEN
  [ "$2" = "$3" ] || fail "$1: expected $2, seen $3"
  printf 'ok      %s: %s\n' "$1" "$3"
}

maven=("$@")
mvn -B -q -pl engine -am deploy -Dmaven.test.skip -Dspotless.check.skip "-DaltDeploymentRepository=folder::file://$work/repository" \
  "${maven[@]}" >"$work/log" 2>&1 </dev/null || fail 'the engine cannot be put into a repository folder'
version=$(sed -n 's,.*<version>\(.*\)</version>.*,\1,p' pom.xml | head -n 1)
# What this machine has of others' artifacts already need not be fetched again.
mvn -B -q org.apache.maven.plugins:maven-help-plugin:3.5.1:evaluate -Dexpression=settings.localRepository \
  "-Doutput=$work/had" "${maven[@]}" >"$work/log" 2>&1 </dev/null || fail "Maven's local repository is not known"
had=$(cat "$work/had")

mkdir -p "$work/project/src/test/java/example"
# The page's own POM, with this version of the engine.
awk '/^```xml$/ { inside = 1; next } /^```$/ && inside { exit } inside' docs/use.md |
  sed "/interop-engine/{n;s,<version>.*</version>,<version>$version</version>,}" >"$work/project/pom.xml"
cat >"$work/project/src/test/java/example/MyInteropTest.java" <<'JAVA'
package example;

import dev.interop.engine.InteropTest;

@InteropTest(tests = {"handshake", "transfer"})
class MyInteropTest {}
JAVA
cat >"$work/project/implementations.json" <<'REGISTRY'
{ "version": "2.0", "implementations": {
  "quic-go": { "quic": { "roles": ["client", "server"], "image": "localhost/interop/quic-go:local" } },
  "aioquic": { "quic": { "roles": ["client"], "image": "localhost/interop/aioquic:local" } } } }
REGISTRY
cat >"$work/settings.xml" <<SETTINGS
<settings>
  <profiles>
    <profile>
      <id>folders</id>
      <repositories>
        <repository><id>folder</id><url>file://$work/repository</url></repository>
        <repository><id>had</id><url>file://$had</url><releases><checksumPolicy>ignore</checksumPolicy></releases></repository>
      </repositories>
      <pluginRepositories>
        <pluginRepository><id>had</id><url>file://$had</url><releases><checksumPolicy>ignore</checksumPolicy></releases></pluginRepository>
      </pluginRepositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>folders</activeProfile></activeProfiles>
</settings>
SETTINGS

# With the checkout hidden, where that is possible: then nothing can be read from it.
hidden=no
apart() {
  if [ "$hidden" = yes ]; then
    unshare --mount sh -c 'mount -t tmpfs -o size=1m none "$1" && cd "$2" && shift 2 && exec "$@"' sh "$ROOT" "$work/project" "$@"
  else
    (cd "$work/project" && "$@")
  fi
}
if [ "$(id -u)" = 0 ] && unshare --mount sh -c 'mount -t tmpfs -o size=1m none "$1"' sh "$ROOT" 2>/dev/null; then
  hidden=yes
fi

matrix() { # MAVEN-ARGUMENT…
  code=0
  apart mvn -B test -s "$work/settings.xml" "-Dmaven.repo.local=$work/local" "$@" >"$work/log" 2>&1 </dev/null || code=$?
  report=$work/project/target/surefire-reports/TEST-example.MyInteropTest.xml
  [ -f "$report" ] || fail 'there is no report'
}

count() { grep -c "$1" "$report" || true; }

matrix
expect 'a project with one dependency, the checkout hidden' "4 cells, 0 not passed, exit 0, hidden: $hidden" \
  "$(count '<testcase ') cells, $(count '<failure\|<error\|<skipped') not passed, exit $code, hidden: $hidden"
expect 'its class path has nothing of the checkout' '0 folders of it' \
  "$(grep 'name="java.class.path"' "$report" | grep -c "$ROOT/" || true) folders of it"
# Runs beside this one have lanes, too.
expect 'nothing is printed beside what Surefire prints and where the results are' '0 lines' \
  "$(sed -n '/T E S T S/,/Results:/p' "$work/log" |
    grep -vc '^\[INFO\]\|^\[[^ ]*INFO\|LoggedNotes [a-zA-Z]*$\|^INFO: Results .*, seed \|trying the next lane$' || true) lines"

matrix "-Dinterop.tshark.image=$BUILT" -Dinterop.tests=handshake
expect 'an image that is missing is built from the library' "2 cells, 0 not passed, exit 0" \
  "$(count '<testcase ') cells, $(count '<failure\|<error\|<skipped') not passed, exit $code"
expect 'its build is told while it runs' '1 note' "$(grep -c "INFO: building $BUILT once" "$work/log") note"

matrix -Dinterop.tshark.image=localhost/interop-consumer/none:1 -Dinterop.tools.build=false
expect 'an image that is missing and not to be built has a remedy of the project' 'interop.tshark.image, 0 of ./interop, exit 1' \
  "$(grep -m 1 -o 'interop.tshark.image$' "$work/log"), $(grep -c '\./interop' "$work/log" || true) of ./interop, exit $code"

matrix -Dinterop.clients=quicgo
expect 'a wrong name is one of a parameter, and a failure of the class' 'interop.clients, 1 class not run, 0 of ./interop, exit 1' \
  "$(grep -m 1 -o "interop.clients 'quicgo': no such client" "$work/log" | cut -d ' ' -f 1), $(count '<error') class not run, $(grep -c '\./interop' "$work/log" || true) of ./interop, exit $code"

# A server that does not serve: the cell is red.
matrix -Dinterop.replace=quic-go=localhost/interop/tshark:local -Dinterop.clients=aioquic -Dinterop.tests=handshake \
  -Dinterop.probe=false -Dinterop.seed=0x5
expect 'a red cell names the parameters that repeat it' '1 failure, 1 with them, 0 of ./interop, exit 1' \
  "$(count '<failure') failure, $(grep -c '^  replay  *-Dinterop.clients=aioquic -Dinterop.servers=quic-go -Dinterop.tests=handshake -Dinterop.seed=0x5$' "$report" || true) with them, $(cat "$work/log" "$report" | grep -c '\./interop' || true) of ./interop, exit $code"
expect 'and the folder of its logs' 'it is there' \
  "$([ -d "$(sed -n 's/^  logs  *//p' "$report" | head -n 1)" ] && echo 'it is there' || echo 'none')"
