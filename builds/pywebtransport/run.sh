#!/bin/sh
# Maps the endpoint contract onto the two Python mains.
set -eu

unsupported() {
    echo "unsupported: pywebtransport as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | server/handshake | server/transfer) ;;
    client/transfer-unidirectional-receive | client/transfer-bidirectional-receive | client/transfer-datagram-receive) ;;
    server/transfer-unidirectional-send | server/transfer-bidirectional-send | server/transfer-datagram-send) ;;
    *) unsupported ;;
esac

exec /start-python.sh /opt/pywebtransport
