#!/bin/sh
# Maps the endpoint contract onto the two Java mains.
set -eu

unsupported() {
    echo "unsupported: kwik as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
}

case "${ROLE:-}/${TESTCASE:-}" in
    client/handshake | client/transfer | client/chacha20 | client/retry | client/resumption | client/zerortt) ;;
    client/http3 | client/multiconnect | client/v2 | client/keyupdate) ;;
    server/handshake | server/transfer | server/chacha20 | server/retry | server/resumption | server/zerortt) ;;
    server/http3 | server/multiconnect | server/v2 | server/versionnegotiation) ;;
    *) unsupported ;;
esac

mkdir -p /logs
/setup.sh

case $TESTCASE in
    http3) cache=$ROLE.http3 ;;
    *) cache=$ROLE.resumption ;;
esac
set -- /opt/kwik/runtime/bin/java -XX:AOTCache="/opt/kwik/$cache.aot" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    -cp /opt/kwik/endpoint.jar

if [ "$ROLE" = client ]; then
    # The JVM starts while the simulator is awaited; the client goes when it reads this line.
    # In a pipe it would not get the container's signals.
    mkfifo /tmp/ready
    { /wait-for-it.sh sim:57832 -s -t 30 && echo ready; } >/tmp/ready &
    exec "$@" endpoint.Client </tmp/ready
else
    exec "$@" endpoint.Server
fi
