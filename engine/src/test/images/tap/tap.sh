#!/bin/sh
# Prints the report that TAP names, for the test case in TESTCASE. Connects to nobody.
set -u
test=${TESTCASE:-all}
report() { printf '%s\n' 'TAP version 14' '1..1' "$1 1 - $test${2:-}"; }

case ${TAP:-ok} in
    ok) report ok ;;
    not-ok)
        report 'not ok'
        printf '%s\n' '  ---' '  duration_ms: 12' '  expected: SETUP' '  received: nothing' '  message: "no SETUP came"' '  ...'
        exit 1 ;;
    odd)
        # Characters that XML cannot have: noncharacters and control characters, in a name, a value and a key.
        odd=$(printf 'x\357\277\277\357\277\276\033[2J\001y')
        printf '%s\n' 'TAP version 14' '1..2' "not ok 1 - $test" '  ---' "  message: '$odd'" "  $odd: <&]]>" '  note: a: b' '  ...' \
            "ok 2 - $odd"
        echo "error: $odd" >&2
        exit 1 ;;
    failed-but-0) report 'not ok' ;;
    ok-but-1) report ok; exit 1 ;;
    ok-but-127) report ok; exit 127 ;;
    skip) report ok ' # SKIP not over this transport' ;;
    todo) report 'not ok' ' # TODO next month' ;;
    bail-out) printf '%s\n' 'TAP version 14' '1..1' 'Bail out! no relay'; exit 1 ;;
    no-plan) printf '%s\n' 'TAP version 14' "ok 1 - $test" ;;
    short) printf '%s\n' 'TAP version 14' '1..2' "ok 1 - $test" ;;
    twice) printf '%s\n' 'TAP version 14' '1..2' "ok 1 - $test" "ok 1 - $test" ;;
    other-case) printf '%s\n' 'TAP version 14' '1..1' 'ok 1 - something-else' ;;
    nothing) echo 'I report nothing' ;;
    crash) echo 'error: a deliberate crash' >&2; exit 3 ;;
    unsupported) echo "unknown test case '$test'" >&2; exit 127 ;;
    unsupported-skip) printf '%s\n' 'TAP version 14' '1..0' "not ok 1 - $test # SKIP unsupported"; exit 127 ;;
    missing-binary) exec an-endpoint-that-was-never-installed ;;
    noise)
        printf '%s\n' 'starting' 'TAP version 14'
        printf '\033[2m2026\033[0m \033[32m INFO\033[0m connected\n'
        printf '%s\n' '1..1' "ok 1 - $test" 'stopped' ;;
    subtests)
        printf '%s\n' 'TAP version 14' '1..1' "# Subtest: $test" '    1..2' '    ok 1 - connect' '    ok 2 - close' "ok 1 - $test" ;;
    hang) printf '%s\n' 'TAP version 14' '1..2' "ok 1 - $test"; exec sleep 600 ;;
    *) echo "no such report: $TAP" >&2; exit 64 ;;
esac
