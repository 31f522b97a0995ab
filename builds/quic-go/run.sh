#!/bin/sh
# Maps the endpoint contract onto quic-go's own interop programs, which read TESTCASE themselves.
set -eu

unsupported() {
    echo "unsupported: quic-go as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

# The programs answer 127 too, but only after the simulator was awaited or the certificates were read.
case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/chacha20 | client/retry | client/resumption | client/zerortt) ;;
    client/http3 | client/multiconnect | client/keyupdate | client/ecn) ;;
    server/handshake | server/transfer | server/chacha20 | server/retry | server/resumption | server/zerortt) ;;
    server/http3 | server/multiconnect | server/versionnegotiation | server/ecn) ;;
    *) unsupported ;;
esac

# It marks packets and counts marks in every connection, so that ecn asks for nothing else than handshake does.
[ "$TESTCASE" != ecn ] || export TESTCASE=handshake

mkdir -p /logs "${QLOGDIR:-/logs/qlog/}"
/setup.sh

if [ "$ROLE" = client ]; then
    /wait-for-it.sh sim:57832 -s -t 30
    # REQUESTS and CLIENT_PARAMS are lists of words by contract.
    # shellcheck disable=SC2086
    exec quic-go-client ${CLIENT_PARAMS:-} ${REQUESTS:-}
fi
# shellcheck disable=SC2086
exec quic-go-server ${SERVER_PARAMS:-}
