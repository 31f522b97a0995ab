#!/bin/sh
# A source build, called by the build.sh of a folder:  NAME [--target TARGET] [--ref REF] [--local DIR] [--repo URL]
# The same as ./interop build, from any folder.
set -eu

previous=
for argument; do
    shift
    [ "$previous" != --local ] || argument=$(readlink -f -- "$argument")
    set -- "$@" "$argument"
    previous=$argument
done
exec "$(dirname "$(readlink -f "$0")")/../interop" build "$@"
