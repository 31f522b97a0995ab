"""
WebTransport: the first answer by datagram is not sent, as if the network had lost it. Nobody may wait for it for ever: when nothing has
been asked for a while, the session is closed.
"""

import asyncio

QUIET_SECONDS = 2


def client(endpoint):
    session = endpoint.AioquicSession
    correct = session.send_datagram
    asked = {}

    async def send_datagram(self, message):
        timer = asked.get(self)
        if timer is not None:
            timer.cancel()
            await correct(self, message)
        loop = asyncio.get_running_loop()
        asked[self] = loop.call_later(QUIET_SECONDS, lambda: loop.create_task(self.close()))

    session.send_datagram = send_datagram


server = client
