#!/bin/sh
# Maps the endpoint contract onto a program on quinn.
set -eu

unsupported() {
    echo "unsupported: quinn as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/chacha20 | client/retry | client/resumption | client/zerortt) ;;
    client/http3 | client/multiconnect | client/keyupdate | client/ecn) ;;
    server/handshake | server/transfer | server/chacha20 | server/retry | server/resumption | server/zerortt) ;;
    server/http3 | server/multiconnect | server/ecn) ;;
    *) unsupported ;;
esac

mkdir -p /logs "${QLOGDIR:-/logs/qlog/}"
/setup.sh

if [ "$ROLE" = client ]; then
    # In a pipe the program would not get the container's signals.
    mkfifo /tmp/ready
    { /wait-for-it.sh sim:57832 -s -t 30 && echo ready; } >/tmp/ready &
    exec quinn-endpoint </tmp/ready
fi
exec quinn-endpoint
