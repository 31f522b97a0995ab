"""Asks for one file in 0-RTT data, and for the others when the handshake is over."""


def client(endpoint):
    async def resumed(quic, urls, early=False):
        tickets = endpoint.Tickets()
        async with endpoint.connect(quic, urls[0], tickets) as connection:
            await connection.get_all(urls[:1])
            ticket = await tickets.newest()
        quic = endpoint.replace(quic, session_ticket=ticket)
        async with endpoint.connect(quic, urls[1], early=early) as connection:
            await connection.get_all(urls[1:2])
            await connection.get_all(urls[2:])

    endpoint.resumed = resumed
