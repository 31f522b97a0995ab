#!/bin/sh
# A source build, called by the build.sh of a folder:  NAME [--target TARGET] [--ref REF] [--local DIR] [--repo URL]
# The same as the command build, from any folder.
set -eu

previous=
for argument; do
    shift
    [ "$previous" != --local ] || argument=$(readlink -f -- "$argument")
    set -- "$@" "$argument"
    previous=$argument
done
home=$(dirname "$(readlink -f "$0")")/..
# An unpacked distribution has the command in bin/.
command=$home/interop
[ -x "$command" ] || command=$home/bin/interop
exec "$command" build "$@"
