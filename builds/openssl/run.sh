#!/bin/sh
# Maps the endpoint contract onto a program on OpenSSL's QUIC.
set -eu

unsupported() {
    echo "unsupported: openssl as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/chacha20 | client/retry | client/resumption | client/multiconnect) ;;
    server/handshake | server/transfer | server/chacha20 | server/retry | server/resumption | server/multiconnect) ;;
    *) unsupported ;;
esac

mkdir -p /logs "${QLOGDIR:-/logs/qlog/}"
/setup.sh

if [ "$ROLE" = client ]; then
    /wait-for-it.sh sim:57832 -s -t 30
    # REQUESTS is a list of words by contract.
    # shellcheck disable=SC2086
    exec openssl-endpoint client ${REQUESTS:-}
fi
exec openssl-endpoint server
