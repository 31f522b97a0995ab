#!/bin/sh
# Maps the endpoint contract onto the Java main.
set -eu

case "${ROLE:-}/${TESTCASE:-}" in
    client/http3) exec /start.sh ;;
esac
echo "unsupported: openjdk as ${ROLE:-no role} has no test case '${TESTCASE:-}'" >&2
exit 127
