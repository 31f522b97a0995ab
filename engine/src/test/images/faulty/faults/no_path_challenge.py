"""Takes every new address of the client for valid."""

from aioquic.quic import connection


def server(_):
    class Path(connection.QuicNetworkPath):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **options)
            self.is_validated = True
            self.local_challenge_sent = True

    connection.QuicNetworkPath = Path
