#!/bin/sh
# Maps the endpoint contract onto two scripts for Bun.
set -eu

case "${ROLE:-}/${TESTCASE:-}" in
    client/http3 | server/http3) ;;
    *)
        echo "unsupported: lsquic as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
        exit 127
        ;;
esac

mkdir -p /logs
/setup.sh

if [ "$ROLE" = client ]; then
    # The client trusts what Bun trusts at its start: fetch over HTTP/3 takes no authority of its own.
    export NODE_EXTRA_CA_CERTS=/certs/ca.pem
    # In a pipe Bun would not get the container's signals.
    mkfifo /tmp/ready
    { /wait-for-it.sh sim:57832 -s -t 30 && echo ready; } >/tmp/ready &
    exec bun /opt/lsquic/client.js </tmp/ready
fi
exec bun /opt/lsquic/server.js
