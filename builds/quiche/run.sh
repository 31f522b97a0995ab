#!/bin/sh
# Maps the endpoint contract onto the two Java mains.
set -eu

unsupported() {
    echo "unsupported: quiche as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/retry | client/resumption | client/zerortt | client/http3) ;;
    client/multiconnect | client/versionnegotiation) ;;
    server/handshake | server/transfer | server/chacha20 | server/retry | server/resumption | server/zerortt) ;;
    server/http3 | server/multiconnect | server/versionnegotiation) ;;
    *) unsupported ;;
esac

case $TESTCASE in
    http3) exec /start.sh http3 ;;
    *) exec /start.sh resumption ;;
esac
