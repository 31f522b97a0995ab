"""What client and server share: the configuration that follows from the environment."""

from collections.abc import Mapping

from aiopquic.quic.configuration import QUIC_V1, QUIC_V2, QuicConfiguration

CHACHA20 = 0x1303
KEY_UPDATE_PACKETS = 50


def configuration(environment: Mapping[str, str], is_client: bool) -> QuicConfiguration:
    testcase = environment["TESTCASE"]
    quic = QuicConfiguration(
        is_client=is_client,
        alpn_protocols=["hq-interop"],
        # The binding's default, BBR, is meant for media; this is what picoquic itself starts with.
        congestion_control_algorithm=None,
        max_datagram_frame_size=None,
        secrets_log_file=environment.get("SSLKEYLOGFILE") or None,
        qlog_dir=environment.get("QLOGDIR") or None,
        supported_versions=[QUIC_V2, QUIC_V1] if testcase == "v2" else [QUIC_V1],
    )
    if is_client and testcase == "chacha20":
        quic.cipher_suite = CHACHA20
    if is_client and testcase == "keyupdate":
        quic.key_update_interval = KEY_UPDATE_PACKETS
    if is_client and testcase == "zerortt":
        # Probes of the path's MTU are bytes in 1-RTT packets, too.
        quic.pmtud = "blocked"
    return quic
