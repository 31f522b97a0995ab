#!/bin/sh
# Maps the endpoint contract onto the two Java mains.
set -eu

unsupported() {
    echo "unsupported: kwik as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

# A release that flupke was not made for.
if [ -e /opt/endpoint/without-http3 ] && [ "${PROTOCOLS:+http3}" = http3 -o "${TESTCASE:-}" = http3 ]; then
    unsupported
fi

# Only WebTransport has PROTOCOLS; it shares names of test cases with QUIC.
case "${PROTOCOLS:+webtransport/}${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/chacha20 | client/retry | client/resumption | client/zerortt) ;;
    client/http3 | client/multiconnect | client/v2 | client/keyupdate) ;;
    server/handshake | server/transfer | server/chacha20 | server/retry | server/resumption | server/zerortt) ;;
    server/http3 | server/multiconnect | server/v2 | server/versionnegotiation) ;;
    # No handshake and no datagrams: flupke's sessions choose no application protocol and have none.
    webtransport/client/transfer-unidirectional-receive | webtransport/client/transfer-bidirectional-receive) ;;
    webtransport/server/transfer-unidirectional-send | webtransport/server/transfer-bidirectional-send) ;;
    webtransport/client/transfer | webtransport/server/transfer) ;;
    *) unsupported ;;
esac

case ${PROTOCOLS:+http3}$TESTCASE in
    http3*) exec /start.sh http3 ;;
    *) exec /start.sh resumption ;;
esac
