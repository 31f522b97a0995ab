#!/usr/bin/env bash
# Shows that the distribution runs without Maven and without a checkout: the archive is made and unpacked elsewhere, a cell
# is run and judged again, and what is wrong is told with the name of its command. examples/check.sh calls it; the images of
# quic-go have to be built. Arguments are handed on to Maven.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { printf 'FAILED  %s\n' "$1" >&2; [ ! -f "$work/log" ] || tail -n 30 "$work/log" >&2; exit 1; }

expect() { # WHAT EXPECTED SEEN
  [ "$2" = "$3" ] || fail "$1: expected $2, seen $3"
  printf 'ok      %s: %s\n' "$1" "$3"
}

rm -f cli/target/interop-*.tar.gz cli/target/interop-*.zip
mvn -B -q -pl cli -am "$@" -Pdistribution -Dmaven.test.skip -Dspotless.check.skip package >"$work/log" 2>&1 </dev/null ||
  fail 'the archive cannot be made'
mkdir "$work/unpacked" "$work/user"
tar -xzf cli/target/interop-*.tar.gz -C "$work/unpacked"
expect 'one folder in the archive' interop "$(ls "$work/unpacked" | sed 's/-.*//')"
home=$(echo "$work"/unpacked/*)
expect 'its pages' 'CHANGELOG.md LICENSE README.md SECURITY.md' "$(cd "$home" && echo *.md LICENSE | tr ' ' '\n' | sort | paste -sd ' ')"
[ -z "$(find "$home" -name '*.java' -path '*dev/interop*' -o -name .git)" ] || fail 'the archive holds the sources'
# What runs from here on sees no Maven. The folder is read-only for whoever is not root.
chmod -R a-w "$home"
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
mkdir "$work/bin"
for tool in sh bash dirname readlink sed head pwd cat git docker; do
  at=$(command -v "$tool") && ln -s "$at" "$work/bin/$tool"
done
JAVA_HOME=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
export JAVA_HOME

interop() { # ARGUMENT…; called where the user stands; output in the log, exit code in $code
  code=0
  (cd "$work/user" && PATH=$work/bin ../unpacked/"${home##*/}"/bin/interop "$@") >"$work/log" 2>&1 </dev/null || code=$?
}
told() { grep -c -- "$1" "$work/log" || true; }

interop --version
expect 'its version' 'interop, exit 0' "$(cut -d ' ' -f 1 "$work/log"), exit $code"
interop list implementations
expect 'its registry counts where there is no other' '1 quic-go, exit 0' "$(told '^quic-go ') quic-go, exit $code"
echo '{ "version": "2.0", "implementations": {} }' >"$work/user/implementations.json"
interop list implementations
expect "the user's counts before it" '0 quic-go, exit 0' "$(told '^quic-go ') quic-go, exit $code"
rm "$work/user/implementations.json"
interop plan --clients quic-go --servers quic-go --tests handshake,transfer
expect 'a plan' '2 cells, exit 0' "$(grep -o '[0-9]* cells to run' "$work/log" | cut -d ' ' -f 1) cells, exit $code"
interop doctor
expect 'the doctor asks for no Maven' '0 times Maven, exit 0' "$(told Maven) times Maven, exit $code"
interop run --clients quic-go --servers quic-go --tests handshake --out results
expect 'a cell' '1 cell succeeded, exit 0' "$(wc -l <"$work/user/results/cells.jsonl") cell $(grep -o -m 1 succeeded "$work/log"), exit $code"
interop judge results
expect 'judged again' '1 verdict, exit 0' "$(told '^succeeded') verdict, exit $code"
interop report --in results --out site --container
expect 'a site' '1 page, exit 0' "$(ls "$work/user/site/index.html" | wc -l) page, exit $code"
interop build quic-go
expect 'its builds are those of the checkout' 'ready, exit 0' "$(grep -o -m 1 ready "$work/log" || cat "$work/log"), exit $code"
interop list --registry nowhere.json
expect 'a registry that is not there' '1 line, exit 2' "$(wc -l <"$work/log") line, exit $code"
interop run --clients quick-go
expect 'a remedy names this command' '1 line, exit 2' "$(told 'nearest: quic-go. All: .*/bin/interop list$') line, exit $code"
echo >"$work/user/mine.jar"
interop list tests --class-path mine.jar --protocol quic
expect 'a jar beside' '1 test case, exit 0' "$(told '^handshake ') test case, exit $code"
interop list --class-path theirs.jar
expect 'a jar that is not there' '1 line, exit 3' "$(told 'theirs.jar: no such jar') line, exit $code"
interop test
expect 'what needs the checkout says so' '1 line, exit 2' "$(told 'only its checkout has') line, exit $code"
JAVA_HOME=/nowhere interop list
expect 'a JDK that is not there' '1 line, exit 3' "$(told 'JAVA_HOME is /nowhere') line, exit $code"
