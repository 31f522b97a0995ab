"""What client and server share: the configuration that follows from the environment."""

import os
from collections.abc import Mapping

from aioquic.h0.connection import H0_ALPN, H0Connection
from aioquic.h3.connection import H3_ALPN, H3Connection
from aioquic.quic.configuration import QuicConfiguration
from aioquic.quic.connection import QuicConnection
from aioquic.quic.logger import QuicFileLogger
from aioquic.quic.packet import QuicProtocolVersion

WINDOW_BYTES = 16 * 1024 * 1024
# Of the form that is reserved for versions that nobody has (RFC 9000, section 15).
RESERVED_VERSION = 0x1A2A3A4A


class Qlog(QuicFileLogger):
    """Writes one file a connection, also for those still open when the process ends."""

    def flush(self) -> None:
        for trace in list(self._traces):
            self.end_trace(trace)


def configuration(environment: Mapping[str, str], is_client: bool) -> QuicConfiguration:
    """QUIC v1 only, unless the test case is about versions."""
    testcase = environment["TESTCASE"]
    quic = QuicConfiguration(
        is_client=is_client,
        alpn_protocols=H3_ALPN if testcase == "http3" else H0_ALPN,
        supported_versions=[QuicProtocolVersion.VERSION_1],
        max_data=WINDOW_BYTES,
        max_stream_data=WINDOW_BYTES,
    )
    if testcase == "v2":
        quic.original_version = QuicProtocolVersion.VERSION_1
        quic.supported_versions = [QuicProtocolVersion.VERSION_2, QuicProtocolVersion.VERSION_1]
    if testcase == "versionnegotiation" and is_client:
        quic.original_version = RESERVED_VERSION
        quic.supported_versions = [QuicProtocolVersion.VERSION_1, RESERVED_VERSION]
    if environment.get("SSLKEYLOGFILE"):
        quic.secrets_log_file = open(environment["SSLKEYLOGFILE"], "a")
    if environment.get("QLOGDIR"):
        quic.quic_logger = Qlog(environment["QLOGDIR"])
    return quic


def dual_stack(address: tuple) -> tuple:
    """An address as a socket for both families writes it."""
    host, port = address[:2]
    return (host if ":" in host else f"::ffff:{host}", port, 0, 0)


def flush(quic: QuicConfiguration) -> None:
    """Writes what is still in memory; call it last."""
    if isinstance(quic.quic_logger, Qlog):
        quic.quic_logger.flush()


def http_layer(quic: QuicConnection) -> H0Connection | H3Connection:
    """HTTP/0.9 or HTTP/3: both of aioquic's layers have the same calls and events."""
    if quic.configuration.alpn_protocols == H3_ALPN:
        return H3Connection(quic)
    return H0Connection(quic)
