#!/usr/bin/env bash
# Shows that the same sources make the same bytes: builds all jars and the archive twice, in two folders, and compares. Two
# whole builds take a minute or more, so that ./interop test leaves it out. Arguments are handed on to Maven (-Ppublish: the
# jars of sources and Javadoc, too).
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for build in first the-second; do
  mkdir "$work/$build"
  git ls-files -z | tar --null -T - -cf - | tar -xf - -C "$work/$build"
  [ ! -d .mvn ] || cp -R .mvn "$work/$build/"
  # Jars hold the modes of the files that they are made of, so that builders have to share one umask.
  (cd "$work/$build" && umask 022 &&
    TZ=$([ "$build" = first ] && echo UTC || echo Asia/Tokyo) mvn -B -q -pl '!examples' -Pdistribution "$@" \
      -Dmaven.test.skip -Dspotless.check.skip package) >"$work/log" 2>&1 </dev/null ||
    { printf 'FAILED  the build\n' >&2; tail -n 30 "$work/log" >&2; exit 1; }
  (cd "$work/$build" && find . -path '*/target/*' \( -name '*.jar' -o -name '*.zip' -o -name '*.tar.gz' \) \
    -not -path '*/classes/*' | LC_ALL=C sort | xargs sha256sum) >"$work/$build.sums"
done
[ "$(wc -l <"$work/first.sums")" -ge 5 ] || { printf 'FAILED  too few files were made\n' >&2; cat "$work/first.sums" >&2; exit 1; }
diff "$work/first.sums" "$work/the-second.sums" || { printf 'FAILED  two builds differ\n' >&2; exit 1; }
printf 'ok      two builds make the same bytes: %s files\n' "$(wc -l <"$work/first.sums")"
