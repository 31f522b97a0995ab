#!/bin/sh
# compile-packages FOLDER: compiles what is in the folder, so that it starts quickly.
set -eu

rm -rf "$1/bin"
# The source's hash, not its time, decides whether a .pyc is used: layers do not keep times reliably.
exec python3 -m compileall -q --invalidation-mode unchecked-hash "$1"
