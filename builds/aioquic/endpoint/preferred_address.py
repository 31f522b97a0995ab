"""
The preferred address of a server (RFC 9000, section 9.6). aioquic follows one as client and writes the parameter, but has
no setting for it, so that this reaches into its connection.
"""

import os
import socket

from aioquic.buffer import Buffer
from aioquic.quic.connection import QuicConnection, QuicConnectionId
from aioquic.quic.events import ConnectionIdIssued
from aioquic.quic.packet import QuicPreferredAddress, pull_quic_transport_parameters, push_quic_transport_parameters

PORT = 443
# Any host beyond the simulator: /setup.sh routes these networks over it. The name "sim" has an IPv4 address only.
BEYOND = {socket.AF_INET: "193.167.0.1", socket.AF_INET6: "fd00:cafe:cafe::1"}
PARAMETERS_BYTES = 1024


def offer(quic: QuicConnection) -> None:
    """Offers this host's addresses, with a connection ID of their own, to the client of a new connection."""
    issued = QuicConnectionId(
        cid=os.urandom(quic.configuration.connection_id_length),
        sequence_number=1,
        stateless_reset_token=os.urandom(16),
        was_sent=True,
    )
    quic._host_cids.append(issued)
    quic._host_cid_seq = 2
    quic._events.append(ConnectionIdIssued(connection_id=issued.cid))
    serialize = quic._serialize_transport_parameters

    def with_address() -> bytes:
        parameters = pull_quic_transport_parameters(Buffer(data=serialize()))
        parameters.preferred_address = QuicPreferredAddress(
            ipv4_address=own_address(socket.AF_INET),
            ipv6_address=own_address(socket.AF_INET6),
            connection_id=issued.cid,
            stateless_reset_token=issued.stateless_reset_token,
        )
        buffer = Buffer(capacity=PARAMETERS_BYTES)
        push_quic_transport_parameters(buffer, parameters)
        return buffer.data

    quic._serialize_transport_parameters = with_address


def own_address(family: socket.AddressFamily) -> tuple[str, int] | None:
    """The address from which packets go to the simulator; nothing is sent."""
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((BEYOND[family], PORT))
            return probe.getsockname()[0], PORT
    except OSError:
        return None
