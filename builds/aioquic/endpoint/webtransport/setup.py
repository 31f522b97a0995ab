"""The configuration that both roles have."""

from collections.abc import Mapping

from aioquic.h3.connection import H3_ALPN
from aioquic.quic.configuration import QuicConfiguration

from .. import setup

MAX_DATAGRAM_FRAME_BYTES = 65536


def configuration(environment: Mapping[str, str], is_client: bool) -> QuicConfiguration:
    quic = setup.configuration(environment, is_client)
    quic.alpn_protocols = H3_ALPN
    quic.max_datagram_frame_size = MAX_DATAGRAM_FRAME_BYTES
    return quic
