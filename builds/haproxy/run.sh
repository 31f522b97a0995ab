#!/bin/sh
# Maps the endpoint contract onto HAProxy's configuration. HAProxy is a server only, and asks lighttpd for the files.
set -eu

unsupported() {
    echo "unsupported: haproxy $1" >&2
    exit 127
}

[ "${ROLE:-}" = server ] || unsupported "has no role '${ROLE:-}', only server"

ALPN=hq-interop
BIND_OPTIONS=
case ${TESTCASE:-} in
    handshake | transfer | chacha20 | resumption | multiconnect | v2) ;;
    retry) BIND_OPTIONS=quic-force-retry ;;
    zerortt) BIND_OPTIONS=allow-0rtt ;;
    http3) ALPN=h3 ;;
    *) unsupported "has no test case '${TESTCASE:-}'" ;;
esac
export ALPN BIND_OPTIONS

mkdir -p /logs
/setup.sh
cat /certs/cert.pem /certs/priv.key >/run/server.pem
lighttpd -f /etc/lighttpd.conf

# HAProxy hands out the secrets of a connection only as parts of its log: each request's line holds a key log of its
# connection. In a pipe HAProxy would not get the container's signals.
mkfifo /run/log
sed -u 's/=/\n/g' </run/log | awk -v keys="${SSLKEYLOGFILE:-/dev/null}" -v log_file=/logs/haproxy.log '
    / -$/ || seen[$0]++ { next }
    /_SECRET/ { print >keys; fflush(keys); next }
    { print >log_file; fflush(log_file) }' &
# shellcheck disable=SC2086
exec haproxy -db -f /etc/haproxy.cfg ${SERVER_PARAMS:-} >/run/log
