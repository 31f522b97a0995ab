#!/bin/sh
# Conventions of an image that knows nothing of the contract: TARGET_URL, SCENARIO, SKIP_TLS_VERIFY.
set -eu

set -- --relay "${TARGET_URL:?is the relay to be tested}" --test "${SCENARIO:-}"
[ "${SKIP_TLS_VERIFY:-}" != yes ] || set -- "$@" --tls-disable-verify
exec python3 -S -m client "$@"
