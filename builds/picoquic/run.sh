#!/bin/sh
# Maps the endpoint contract onto the two Python mains.
set -eu

unsupported() {
    echo "unsupported: picoquic as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

# Only WebTransport has PROTOCOLS; it shares names of test cases with QUIC.
case "${PROTOCOLS:+webtransport/}${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/chacha20 | client/retry | client/resumption | client/zerortt) ;;
    client/multiconnect | client/v2 | client/keyupdate) ;;
    server/handshake | server/transfer | server/chacha20 | server/retry | server/resumption | server/zerortt) ;;
    server/multiconnect | server/v2) ;;
    webtransport/client/handshake | webtransport/client/transfer) ;;
    webtransport/client/transfer-unidirectional-receive | webtransport/client/transfer-bidirectional-receive) ;;
    webtransport/client/transfer-datagram-receive) ;;
    webtransport/server/handshake | webtransport/server/transfer) ;;
    webtransport/server/transfer-unidirectional-send | webtransport/server/transfer-bidirectional-send) ;;
    webtransport/server/transfer-datagram-send) ;;
    *) unsupported ;;
esac

exec /start-python.sh /opt/picoquic "endpoint${PROTOCOLS:+.webtransport}"
