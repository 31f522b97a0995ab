#!/bin/sh
# Maps the endpoint contract onto nginx's configuration. nginx is a server only.
set -eu

unsupported() {
    echo "unsupported: nginx $1" >&2
    exit 127
}

[ "${ROLE:-}" = server ] || unsupported "has no role '${ROLE:-}', only server"

protocol='http3 off; http3_hq on;'
case ${TESTCASE:-} in
    handshake | transfer | chacha20 | resumption | multiconnect | versionnegotiation) extra= ;;
    retry) extra='quic_retry on;' ;;
    zerortt) extra='ssl_early_data on;' ;;
    http3) protocol='http3 on; http3_hq off;' extra= ;;
    *) unsupported "has no test case '${TESTCASE:-}'" ;;
esac
echo "$protocol $extra" >/run/testcase.conf

mkdir -p /logs
/setup.sh
# shellcheck disable=SC2086
exec nginx ${SERVER_PARAMS:-}
