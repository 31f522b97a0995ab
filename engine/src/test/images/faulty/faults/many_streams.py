"""Allows more streams at first than the test case does, so that the limit is never reached."""

from aioquic.quic.connection import QuicConnection

STREAMS = 2000


class Generous(QuicConnection):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self._local_max_streams_bidi.value = STREAMS
        self._local_max_streams_bidi.sent = STREAMS


def server(_):
    from aioquic.asyncio import server as listener

    listener.QuicConnection = Generous
