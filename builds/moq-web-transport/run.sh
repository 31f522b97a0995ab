#!/bin/sh
# Answers for test cases that the endpoint does not have, prepares the network, and starts the endpoint.
set -eu

unsupported() {
    echo "unsupported: moq-web-transport as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

# No server/handshake: as a server the library answers without an application protocol.
case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | server/transfer) ;;
    client/transfer-unidirectional-receive | client/transfer-bidirectional-receive | client/transfer-datagram-receive) ;;
    server/transfer-unidirectional-send | server/transfer-bidirectional-send | server/transfer-datagram-send) ;;
    *) unsupported ;;
esac

/setup.sh
cd /opt/endpoint

if [ "$ROLE" = client ]; then
    # The roots that the library takes for the system's.
    export SSL_CERT_FILE=/certs/ca.pem
    /wait-for-it.sh sim:57832 -s -t 30
fi
exec ./deno run --quiet --no-prompt --no-lock --no-config --cached-only --allow-all "src/$ROLE.js"
