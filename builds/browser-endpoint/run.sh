#!/bin/sh
# Maps the endpoint contract onto a browser, which is a client and speaks HTTP/3 only.
set -eu

if [ "${ROLE:-}/${TESTCASE:-}" != client/http3 ]; then
    echo "unsupported: a browser as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
    exit 127
fi

mkdir -p /logs "${QLOGDIR:-/logs/qlog/}"
/setup.sh
# In a pipe Python would not get the container's signals.
mkfifo /tmp/ready
{ /wait-for-it.sh sim:57832 -s -t 30 && echo ready; } >/tmp/ready &
PYTHONPATH=/opt exec python3 -S -m endpoint.client </tmp/ready
