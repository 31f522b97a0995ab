#!/bin/sh
# Starts an endpoint in Java: start.sh [TRAINED-TEST-CASE], the one whose classes the caches hold.
set -eu

mkdir -p /logs "${QLOGDIR:-/logs/qlog/}"
/setup.sh

set -- /opt/endpoint/runtime/bin/java ${1:+"-XX:AOTCache=/opt/endpoint/$ROLE.$1.aot"} -XX:TieredStopAtLevel=1 \
    -XX:+UseSerialGC -cp /opt/endpoint/endpoint.jar

if [ "$ROLE" = client ]; then
    # The JVM starts while the simulator is awaited; the client goes when it reads this line.
    # In a pipe it would not get the container's signals.
    mkfifo /tmp/ready
    { /wait-for-it.sh sim:57832 -s -t 30 && echo ready; } >/tmp/ready &
    exec "$@" endpoint.Client </tmp/ready
fi
exec "$@" endpoint.Server
