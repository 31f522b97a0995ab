#!/bin/sh
# Maps the endpoint contract onto a browser, which is a client and speaks HTTP/3 only.
set -eu

unsupported() {
    echo "unsupported: a browser as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

# Only WebTransport has PROTOCOLS; it shares names of test cases with QUIC.
case "${PROTOCOLS:+webtransport/}${ROLE:-}/${TESTCASE:-}" in
    client/http3) program=client ;;
    webtransport/client/handshake | webtransport/client/transfer) program=webtransport ;;
    webtransport/client/transfer-unidirectional-receive | webtransport/client/transfer-bidirectional-receive) program=webtransport ;;
    webtransport/client/transfer-datagram-receive) program=webtransport ;;
    *) unsupported ;;
esac
# What an image of a browser says that this one does not have, a line each.
! grep -sqxF "${PROTOCOLS:+webtransport/}$TESTCASE" /opt/endpoint/missing || unsupported

mkdir -p /logs "${QLOGDIR:-/logs/qlog/}"
# The images take what the distribution has, so that a registry entry cannot say which release ran.
[ ! -e /opt/endpoint/version ] || cp /opt/endpoint/version /logs/version.txt
/setup.sh
# In a pipe Python would not get the container's signals.
mkfifo /tmp/ready
{ /wait-for-it.sh sim:57832 -s -t 30 && echo ready; } >/tmp/ready &
PYTHONPATH=/opt exec python3 -S -m "endpoint.$program" </tmp/ready
