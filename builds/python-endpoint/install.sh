#!/bin/sh
# install-packages FOLDER ARGUMENT…: installs packages from PyPI into a folder, with pip's arguments.
set -eu

folder=$1
shift
export PIP_CERT=/etc/ssl/certs/ca-certificates.crt PIP_ROOT_USER_ACTION=ignore
# Wheels only: a source build would need a compiler, and would say so minutes later.
exec pip install --quiet --only-binary=:all: --no-compile --target="$folder" "$@"
