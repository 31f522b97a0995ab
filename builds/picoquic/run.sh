#!/bin/sh
# Maps the endpoint contract onto the two Python mains.
set -eu

unsupported() {
    echo "unsupported: picoquic as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/chacha20 | client/retry | client/resumption | client/zerortt) ;;
    client/multiconnect | client/v2 | client/keyupdate) ;;
    server/handshake | server/transfer | server/chacha20 | server/retry | server/resumption | server/zerortt) ;;
    server/multiconnect | server/v2) ;;
    *) unsupported ;;
esac

mkdir -p /logs "${QLOGDIR:-/logs/qlog/}"
/setup.sh
export PYTHONPATH=/opt/picoquic

if [ "$ROLE" = client ]; then
    # Python starts while the simulator is awaited; the client goes when it reads this line.
    # In a pipe it would not get the container's signals.
    mkfifo /tmp/ready
    { /wait-for-it.sh sim:57832 -s -t 30 && echo ready; } >/tmp/ready &
    exec python3 -S -m endpoint.client </tmp/ready
else
    exec python3 -S -m endpoint.server
fi
