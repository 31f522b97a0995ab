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

exec /start-python.sh /opt/picoquic
