#!/bin/sh
# Maps the endpoint contract onto webtransport-go's own interop programs, which read REQUESTS and PROTOCOLS themselves.
set -eu

unsupported() {
    echo "unsupported: webtransport-go as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

# The client answers 127 too, but only after it has opened a session.
case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | server/handshake | server/transfer) ;;
    client/transfer-unidirectional-receive | client/transfer-bidirectional-receive | client/transfer-datagram-receive) ;;
    server/transfer-unidirectional-send | server/transfer-bidirectional-send | server/transfer-datagram-send) ;;
    *) unsupported ;;
esac

mkdir -p /logs "${QLOGDIR:-/logs/qlog/}"
/setup.sh

if [ "$ROLE" = client ]; then
    /wait-for-it.sh sim:57832 -s -t 30
    exec webtransport-go-client
fi
exec webtransport-go-server
