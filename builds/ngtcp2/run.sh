#!/bin/sh
# Maps the endpoint contract onto ngtcp2's own client and server, which speak HTTP/3 only.
set -eu

unsupported() {
    echo "unsupported: ngtcp2 as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

case "${ROLE:-}/${TESTCASE:-}" in
    client/http3 | server/http3) ;;
    *) unsupported ;;
esac

mkdir -p /logs "${QLOGDIR:=/logs/qlog/}"
/setup.sh

if [ "$ROLE" = client ]; then
    host=${REQUESTS#https://}
    host=${host%%[:/]*}
    /wait-for-it.sh sim:57832 -s -t 30
    # REQUESTS and CLIENT_PARAMS are lists of words by contract.
    # shellcheck disable=SC2086
    exec gtlsclient --quiet --qlog-dir="$QLOGDIR" --download=/downloads --exit-on-all-streams-close \
        ${CLIENT_PARAMS:-} "$host" 443 $REQUESTS
fi
# shellcheck disable=SC2086
exec gtlsserver --quiet --qlog-dir="$QLOGDIR" --htdocs=/www ${SERVER_PARAMS:-} '*' 443 /certs/priv.key /certs/cert.pem
