#!/bin/sh
# The MoQT client contract in the upstream image's terms.
set -eu

export TARGET_URL="${RELAY_URL:-}"
export SCENARIO="${TESTCASE:-}"
[ "${TLS_DISABLE_VERIFY:-}" != 1 ] || export SKIP_TLS_VERIFY=yes
exec /upstream.sh "$@"
