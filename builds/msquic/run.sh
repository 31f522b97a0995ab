#!/bin/sh
# Maps the endpoint contract onto a program on MsQuic.
set -eu

unsupported() {
    echo "unsupported: msquic as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/chacha20 | client/retry | client/multiconnect) ;;
    client/keyupdate | client/ecn) ;;
    server/handshake | server/transfer | server/chacha20 | server/retry | server/multiconnect | server/ecn) ;;
    *) unsupported ;;
esac

mkdir -p /logs
/setup.sh

if [ "$ROLE" = client ]; then
    # In a pipe the program would not get the container's signals.
    mkfifo /tmp/ready
    { /wait-for-it.sh sim:57832 -s -t 30 && echo ready; } >/tmp/ready &
    exec msquic-endpoint </tmp/ready
fi
exec msquic-endpoint
