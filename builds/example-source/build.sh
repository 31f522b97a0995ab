#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/../build.sh" example-source "$@"
