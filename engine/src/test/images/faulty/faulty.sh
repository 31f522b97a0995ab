#!/bin/sh
# Faults that lie outside the protocol; all others are in faults/.
set -eu

case "${FAULT:-}" in
    # Not compliant: a test case that it cannot know is run as if it were a transfer.
    ignores-unknown-testcase) export TESTCASE=transfer ;;
    # The endpoint's own refusal, in a test case that it has.
    unsupported) export TESTCASE=none-that-it-has ;;
    # A check that needs the keys of a connection has to say so, not pass.
    no-keylog) unset SSLKEYLOGFILE ;;
    # As start scripts do that forget to exec the program: the engine's signal does not reach it.
    ignores-sigterm)
        trap '' TERM
        /run_endpoint.sh &
        wait $!
        exit $?
        ;;
    # Output without end must fill neither the disk nor the memory of the harness.
    flood-logs) yes 'flood-logs: one of very many lines that nobody needs' & ;;
esac
exec /run_endpoint.sh
