#!/bin/sh
# The MoQT client contract: RELAY_URL, TESTCASE, TLS_DISABLE_VERIFY, VERBOSE; or, by hand, the client's own options.
set -eu

[ "${MISBEHAVE:-}" != binary-missing ] || exec a-client-that-was-never-installed

# Here already, since Python takes a while to start; what is ignored stays ignored in the program that follows.
[ "${MISBEHAVE:-}" != hang-for-good ] || trap '' TERM

[ "${TLS_DISABLE_VERIFY:-}" != 1 ] || set -- --tls-disable-verify "$@"
[ "${VERBOSE:-}" != 1 ] || set -- --verbose "$@"
set -- --relay "${RELAY_URL:-}" --test "${TESTCASE:-}" "$@"
exec python3 -S -m client "$@"
