#!/bin/sh
# What of the MoQT contract an entry of the registry cannot map: 127 for a test case that is not there.
set -eu

if [ "${MOQT_ROLE:-client}" = relay ]; then
    exec moq-relay-ietf "$@"
fi

# Empty means all by contract, but an unknown name to the program.
[ -n "${TESTCASE:-}" ] || unset TESTCASE

if [ -n "${TESTCASE:-}" ]; then
    # Asked from the program itself, so that it is right for each of its versions; it refuses 1 in these two.
    known=$(env -u TESTCASE -u VERBOSE -u TLS_DISABLE_VERIFY moq-test-client --list)
    if ! printf '%s\n' "$known" | grep -qxF -e "$TESTCASE"; then
        echo "unsupported: moq-test-client has no test case '$TESTCASE'" >&2
        exit 127
    fi
fi
exec moq-test-client "$@"
