#!/bin/sh
# Faults that lie outside the protocol; all others are in faults/.
set -eu

case "${FAULT:-}" in
    # Not compliant: a test case that it cannot know is run as if it were a transfer.
    ignores-unknown-testcase) export TESTCASE=transfer ;;
    # The endpoint's own refusal, in a test case that it has.
    unsupported) export TESTCASE=none-that-it-has ;;
    # The library has no ECN, so that the endpoint refuses the test case. Here it takes it as the transfer that it is.
    no-ecn | ecn-without-counts | marks-congestion) [ "${TESTCASE:-}" != ecn ] || export TESTCASE=handshake ;;
    http3-unasked) export TESTCASE=http3 ;;
    # A check that needs the keys of a connection has to say so, not pass.
    no-keylog) unset SSLKEYLOGFILE ;;
    # As start scripts do that forget to exec the program: the engine's signal does not reach it.
    ignores-sigterm)
        trap '' TERM
        /run_endpoint.sh &
        wait $!
        exit $?
        ;;
    # What it did counts, whatever comes afterwards: a capture's loss is the doing of the one who floods it.
    flood-network)
        code=0
        FAULT=no-0rtt /run_endpoint.sh || code=$?
        for i in 1 2 3; do
            /usr/bin/python3 -c '
import socket, time
end = time.monotonic() + 4
to = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while time.monotonic() < end:
    to.sendto(b"flood", ("193.167.100.100", 9))
' &
        done
        wait
        exit "$code"
        ;;
    # Not the refusal of a test case: that comes before anything else.
    late-127)
        /run_endpoint.sh
        exit 127
        ;;
    # Output without end must fill neither the disk nor the memory of the harness.
    flood-logs) yes 'flood-logs: one of very many lines that nobody needs' & ;;
esac
exec /run_endpoint.sh
