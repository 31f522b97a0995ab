"""
WebTransport: the server has all files, and ends neither the session nor the connection, for which the client waits. The idle timeout ends
the wait; it is short, since nothing is sent meanwhile.
"""

IDLE_SECONDS = 3.0


def server(endpoint):
    correct = endpoint.configuration

    def configuration(*arguments, **options):
        quic = correct(*arguments, **options)
        quic.idle_timeout = IDLE_SECONDS
        return quic

    async def close(self, problem=None):
        self.end(problem)

    endpoint.configuration = configuration
    endpoint.AioquicSession.close = close
