#!/bin/sh
# Conventions of an image that knows nothing of the contract: TARGET_URL, SCENARIO, SKIP_TLS_VERIFY.
set -eu

[ "${SKIP_TLS_VERIFY:-}" != yes ] || set -- --tls-disable-verify "$@"
set -- --relay "${TARGET_URL:-}" --test "${SCENARIO:-}" "$@"
exec python3 -S -m client "$@"
