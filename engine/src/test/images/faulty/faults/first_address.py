"""
Goes on sending to the address from which the client came first. Nothing arrives there after a rebinding, so its connections
end when nothing has come for two seconds.
"""

from aioquic.quic.connection import QuicConnection

IDLE_SECONDS = 2


def server(endpoint):
    correct = endpoint.configuration
    datagrams_to_send = QuicConnection.datagrams_to_send

    def impatient(*arguments, **options):
        quic = correct(*arguments, **options)
        quic.idle_timeout = IDLE_SECONDS
        return quic

    def to_first_address(self, now):
        datagrams = datagrams_to_send(self, now)
        if datagrams and not hasattr(self, "first_address"):
            self.first_address = datagrams[0][1]
        return [(data, self.first_address) for data, _ in datagrams]

    endpoint.configuration = impatient
    QuicConnection.datagrams_to_send = to_first_address
