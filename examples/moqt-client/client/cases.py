"""The test cases of the contract that the client has. Each raises an exception when it fails."""

import asyncio
from collections.abc import Awaitable, Callable

from . import messages
from .session import Session, session

NAMESPACE = ["moq-test", "interop"]
TRACK = "test-track"

Connect = Callable[..., "session"]


async def setup_only(connect: Connect) -> None:
    async with connect():
        pass


async def announce_only(connect: Connect) -> None:
    async with connect() as client:
        await _announce(client)


async def publish_namespace_done(connect: Connect) -> None:
    async with connect() as client:
        client.withdraw(await _announce(client))
        await client.ping()


async def subscribe_error(connect: Connect) -> None:
    async with connect() as client:
        _, answer = await client.subscribe(["nonexistent", "namespace"], TRACK)
        _expect(answer, messages.REQUEST_ERROR)


async def announce_subscribe(connect: Connect) -> None:
    async with connect("publisher") as publisher, connect("subscriber") as subscriber:
        publisher.publishes = True
        await _announce(publisher)
        _, answer = await subscriber.subscribe(NAMESPACE, TRACK)
        _expect(answer, messages.SUBSCRIBE_OK)


async def subscribe_before_announce(connect: Connect) -> None:
    async with connect("publisher") as publisher, connect("subscriber") as subscriber:
        publisher.publishes = True
        asked = asyncio.create_task(subscriber.subscribe(NAMESPACE, TRACK))
        await asyncio.sleep(0.5)
        await _announce(publisher)
        _, answer = await asked
        _expect(answer, messages.SUBSCRIBE_OK, messages.REQUEST_ERROR)


async def _announce(client: Session) -> int:
    stream, answer = await client.publish_namespace(NAMESPACE)
    _expect(answer, messages.REQUEST_OK)
    return stream


def _expect(answer: int, *allowed: int) -> None:
    if answer not in allowed:
        wanted = " or ".join(f"{it:#x}" for it in allowed)
        raise AssertionError(f"the relay answered with message {answer:#x}, not {wanted}")


CASES: dict[str, Callable[[Connect], Awaitable[None]]] = {
    "setup-only": setup_only,
    "announce-only": announce_only,
    "publish-namespace-done": publish_namespace_done,
    "subscribe-error": subscribe_error,
    "announce-subscribe": announce_subscribe,
    "subscribe-before-announce": subscribe_before_announce,
}
