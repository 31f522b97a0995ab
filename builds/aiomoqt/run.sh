#!/bin/sh
# Maps the MoQT contract onto aiomoqt's own interop client and relay, which read RELAY_URL, TESTCASE, DRAFT,
# TLS_DISABLE_VERIFY, VERBOSE and SSLKEYLOGFILE themselves.
set -eu

if [ -n "${QLOGDIR:-}" ]; then
    mkdir -p "$QLOGDIR"
    export AIOPQUIC_QLOG_DIR="$QLOGDIR"
fi

if [ "${MOQT_ROLE:-client}" = relay ]; then
    # --dual: raw QUIC and WebTransport on the one port, told apart by ALPN.
    exec python3 -P -m aiomoqt.tools.moq_interop_relay --dual --bind 0.0.0.0 --port "${MOQT_PORT:-4443}" \
        --cert /certs/cert.pem --key /certs/priv.key "$@"
fi
exec python3 -P -m aiomoqt.tools.moq_interop_client "$@"
