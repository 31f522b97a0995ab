"""The messages of draft-ietf-moq-transport-18 that the test cases need, as bytes."""

SETUP = 0x2F00
SUBSCRIBE = 0x03
SUBSCRIBE_OK = 0x04
REQUEST_ERROR = 0x05
PUBLISH_NAMESPACE = 0x06
REQUEST_OK = 0x07

_PATH = 0x01
_AUTHORITY = 0x05


def integer(value: int) -> bytes:
    """§1.4.1: as many leading one bits as there are further bytes; two bytes are enough here."""
    return bytes([value]) if value < 0x80 else (0x8000 | value).to_bytes(2, "big")


def read_integer(data: bytes) -> tuple[int, bytes]:
    """The first integer of the data and what follows it; IndexError when it is not whole yet."""
    further = 0
    while further < 8 and data[0] & (0x80 >> further):
        further += 1
    if len(data) <= further:
        raise IndexError
    first = data[0] & (0xFF >> (further + 1)) if further < 7 else 0
    return int.from_bytes(bytes([first]) + data[1 : further + 1], "big"), data[further + 1 :]


def read_message(data: bytes) -> tuple[int, bytes] | None:
    """Type and body of the first message, once it is whole (§10: type, length in 16 bits, body)."""
    try:
        kind, rest = read_integer(data)
    except IndexError:
        return None
    length = int.from_bytes(rest[:2], "big")
    return (kind, rest[2 : 2 + length]) if len(rest) >= 2 + length else None


def setup(authority: str, path: str) -> bytes:
    """§10.3; the options of raw QUIC, by ascending number, each as the difference to the one before."""
    options, last = b"", 0
    for number, value in ((_PATH, path), (_AUTHORITY, authority)):
        if value:
            options += integer(number - last) + _text(value)
            last = number
    return _message(SETUP, options)


def publish_namespace(request: int, namespace: list[str]) -> bytes:
    """§10.15, without parameters."""
    return _message(PUBLISH_NAMESPACE, integer(request) + _namespace(namespace) + integer(0))


def subscribe(request: int, namespace: list[str], track: str) -> bytes:
    """§10.7, without parameters."""
    return _message(SUBSCRIBE, integer(request) + _namespace(namespace) + _text(track) + integer(0))


def subscribe_ok(alias: int) -> bytes:
    """§10.8, without parameters."""
    return _message(SUBSCRIBE_OK, integer(alias) + integer(0))


def _message(kind: int, body: bytes) -> bytes:
    return integer(kind) + len(body).to_bytes(2, "big") + body


def _namespace(parts: list[str]) -> bytes:
    return integer(len(parts)) + b"".join(_text(part) for part in parts)


def _text(value: str) -> bytes:
    encoded = value.encode()
    return integer(len(encoded)) + encoded
