#!/bin/sh
# Maps the endpoint contract onto a program on s2n-quic.
set -eu

unsupported() {
    echo "unsupported: s2n-quic as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/retry | client/multiconnect | client/ecn) ;;
    server/handshake | server/transfer | server/chacha20 | server/retry | server/multiconnect | server/ecn) ;;
    *) unsupported ;;
esac

mkdir -p /logs "${QLOGDIR:-/logs/qlog/}"
/setup.sh

if [ "$ROLE" = client ]; then
    # In a pipe the program would not get the container's signals.
    mkfifo /tmp/ready
    { /wait-for-it.sh sim:57832 -s -t 30 && echo ready; } >/tmp/ready &
    exec s2n-quic-endpoint </tmp/ready
fi
exec s2n-quic-endpoint
