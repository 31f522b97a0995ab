#!/bin/sh
# Maps the endpoint contract onto the interop program of golang.org/x/net, which reads TESTCASE itself.
set -eu

unsupported() {
    echo "unsupported: go-x-net as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

# The program answers 127 too, but only after the simulator was awaited.
case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/retry | client/keyupdate) ;;
    server/handshake | server/transfer | server/retry | server/chacha20) ;;
    *) unsupported ;;
esac

mkdir -p /logs "${QLOGDIR:=/logs/qlog/}"
/setup.sh

if [ "$ROLE" = client ]; then
    /wait-for-it.sh sim:57832 -s -t 30
    # REQUESTS and CLIENT_PARAMS are lists of words by contract.
    # shellcheck disable=SC2086
    exec go-x-net -output=/downloads -qlog="$QLOGDIR" ${CLIENT_PARAMS:-} ${REQUESTS:-}
fi
# shellcheck disable=SC2086
exec go-x-net -cert=/certs/cert.pem -key=/certs/priv.key -qlog="$QLOGDIR" -listen=:443 -root=/www ${SERVER_PARAMS:-}
