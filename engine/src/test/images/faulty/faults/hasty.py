"""Sends its ClientHello once and gives up after three seconds: whether it connects is decided by one packet."""

import asyncio

from . import one_hello

SECONDS = 3


def client(endpoint):
    one_hello.client(endpoint)
    correct = endpoint.Client.wait_connected

    async def wait_connected(self):
        await asyncio.wait_for(correct(self), SECONDS)

    endpoint.Client.wait_connected = wait_connected
