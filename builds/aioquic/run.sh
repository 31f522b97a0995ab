#!/bin/sh
# Maps the endpoint contract onto the two Python mains.
set -eu

unsupported() {
    echo "unsupported: aioquic as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/chacha20 | client/retry | client/resumption | client/zerortt) ;;
    client/http3 | client/multiconnect | client/v2 | client/keyupdate | client/versionnegotiation) ;;
    server/handshake | server/transfer | server/chacha20 | server/retry | server/resumption | server/zerortt) ;;
    server/http3 | server/multiconnect | server/v2 | server/versionnegotiation | server/connectionmigration) ;;
    *) unsupported ;;
esac

mkdir -p /logs "${QLOGDIR:-/logs/qlog/}"
/setup.sh
export PYTHONPATH=/opt/aioquic

if [ "$ROLE" = client ]; then
    # Python starts while the simulator is awaited; the client goes when it reads this line.
    # In a pipe it would not get the container's signals.
    mkfifo /tmp/ready
    { /wait-for-it.sh sim:57832 -s -t 30 && echo ready; } >/tmp/ready &
    exec python3 -S -m endpoint.client </tmp/ready
else
    exec python3 -S -m endpoint.server
fi
