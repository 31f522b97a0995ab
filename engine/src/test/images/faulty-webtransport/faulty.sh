#!/bin/sh
# Breaks rules before, around or after a correct run.
set -eu

agreed=/downloads/negotiated_protocol.txt
after=

# The fetched files, one a line; none without a transfer.
fetched() {
    find /downloads -mindepth 2 -type f
}

flip_first_bit() {
    first=$(head -c 1 "$1" | od -An -tu1 | tr -d ' ')
    printf "\\$(printf %o $((first ^ 1)))" | dd of="$1" conv=notrunc status=none
}

for fault in ${FAULT:-}; do
    case "$fault" in
        lies) [ "$ROLE" = server ] || exit 0 ;;
        ignores-unknown-testcase)
            case "$TESTCASE" in handshake | transfer*) ;; *) export TESTCASE=handshake ;; esac
            ;;
        other-protocol)
            PROTOCOLS=$(printf '%s\n' $PROTOCOLS | tac | paste -sd ' ')
            export PROTOCOLS
            ;;
        protocol-linked) ln -s /tmp/agreed "$agreed" ;;
        # The server has no such session, so the first connection ends without one.
        second-handshake)
            if [ "$ROLE" = client ] && [ -n "${REQUESTS:-}" ]; then
                REQUESTS=https://server4:443/none TESTCASE=handshake /run_endpoint.sh || true
            fi
            ;;
        altered-file | extra-file | missing-file | wrong-endpoint) after=1 ;;
        protocol-unsaid | protocol-empty | protocol-as-line | ignores-sigterm) after=1 ;;
        *) echo "no such FAULT: $fault" >&2; exit 2 ;;
    esac
done
[ -n "$after" ] || exec /run_endpoint.sh

code=0
case " $FAULT " in
    # As with start scripts that forget to exec the program: the engine's signal is kept from it.
    *' ignores-sigterm '*) trap '' TERM; /run_endpoint.sh || code=$? ;;
    *)
        trap 'kill "$endpoint"' TERM
        /run_endpoint.sh &
        endpoint=$!
        wait "$endpoint" || code=$?
        # What comes after the run is not to be cut off. A signal ends the wait, and not yet the endpoint.
        trap '' TERM
        if kill -0 "$endpoint" 2>/dev/null; then code=0; wait "$endpoint" || code=$?; fi
        ;;
esac

for fault in $FAULT; do
    case "$fault" in
        altered-file) fetched | head -n 1 | while read -r file; do flip_first_bit "$file"; done ;;
        extra-file) for folder in $(find /downloads -mindepth 1 -type d); do echo unasked > "$folder/unasked"; done ;;
        missing-file) fetched | head -n 1 | while read -r file; do rm "$file"; done ;;
        wrong-endpoint)
            mkdir /downloads/elsewhere
            fetched | head -n 1 | while read -r file; do mv "$file" /downloads/elsewhere/; done
            ;;
        protocol-unsaid) rm -f "$agreed" ;;
        protocol-empty) : > "$agreed" ;;
        # The client gives up by itself after 5 s without an answer.
        ignores-sigterm) [ "$code" != 1 ] || sleep 60 ;;
        protocol-as-line) [ ! -f "$agreed" ] || echo >> "$agreed" ;;
    esac
done
exit "$code"
