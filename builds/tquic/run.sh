#!/bin/sh
# Maps the endpoint contract onto TQUIC's own client and server.
set -eu

unsupported() {
    echo "unsupported: tquic as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/retry | client/resumption | client/zerortt) ;;
    client/http3 | client/multiconnect) ;;
    server/handshake | server/transfer | server/chacha20 | server/retry | server/resumption | server/zerortt) ;;
    server/http3 | server/multiconnect) ;;
    *) unsupported ;;
esac

mkdir -p /logs "${QLOGDIR:=/logs/qlog/}"
/setup.sh

set -- --log-file "/logs/$ROLE.log" --log-level info --keylog-file "${SSLKEYLOGFILE:-/dev/null}" --qlog-dir "$QLOGDIR"

if [ "$ROLE" = server ]; then
    if [ "$TESTCASE" = retry ]; then
        set -- "$@" --enable-retry
    fi
    # shellcheck disable=SC2086
    exec tquic_server -l '[::]:443' --cert /certs/cert.pem --key /certs/priv.key --root /www "$@" ${SERVER_PARAMS:-}
fi

case $TESTCASE in
    http3) alpn=h3 ;;
    *) alpn=hq-interop ;;
esac
/wait-for-it.sh sim:57832 -s -t 30

# The client takes one address, not a name, and the requests of one connection.
get() {
    host=${1#https://}
    host=${host%%[:/]*}
    address=$(getent ahosts "$host" | awk '$2 == "STREAM" { print $1; exit }')
    case $address in *:*) address="[$address]" ;; esac
    # shellcheck disable=SC2086
    tquic_client -c "$address:443" -a "$alpn" --dump-dir /downloads --max-requests-per-conn $# \
        --max-concurrent-requests $# --total-requests-per-thread $# $options ${CLIENT_PARAMS:-} "$@"
}

options="$*"
# shellcheck disable=SC2086
set -- ${REQUESTS:-}
case $TESTCASE in
    multiconnect)
        for url; do
            get "$url"
        done
        ;;
    resumption | zerortt)
        options="$options --session-file /tmp/session"
        first=$1
        shift
        get "$first"
        [ "$TESTCASE" = resumption ] || options="$options --enable-early-data"
        get "$@"
        ;;
    *) get "$@" ;;
esac
