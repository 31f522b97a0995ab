"""Reads a capture; prints for the numbered packets: how many, how many different, the last; and how many probes."""

import struct
import sys

COUNT_PORT, PROBE_PORT = 9, 443


def frames(file):
    magic, *_, link_type = struct.unpack("<IHHIIII", file.read(24))
    assert (magic, link_type) == (0xA1B23C4D, 1), "not a pcap file of Ethernet frames"
    before = {}
    while header := file.read(16):
        assert len(header) == 16, "a record is cut short"
        seconds, nanoseconds, captured, original = struct.unpack("<IIII", header)
        now = seconds * 10**9 + nanoseconds
        assert captured == original, "a frame is cut short"
        frame = file.read(captured)
        assert len(frame) == captured, "the file is cut short"
        # Stamped when they pass, filed when the kernel hands them on: those of different senders may overtake each other.
        sender = frame[6:12]
        assert now >= before.get(sender, 0), "time goes backwards"
        before[sender] = now
        yield frame


def udp(frame):
    """Ports and payload."""
    kind, packet = frame[12:14], frame[14:]
    if kind == b"\x08\x00" and packet[9] == 17:
        datagram = packet[(packet[0] & 15) * 4 :]
    elif kind == b"\x86\xdd" and packet[6] == 17:
        datagram = packet[40:]
    else:
        return None
    source, destination, length, _ = struct.unpack("!HHHH", datagram[:8])
    return source, destination, datagram[8:length]


with open(sys.argv[1], "rb") as file:
    numbers, probes = [], 0
    for frame in frames(file):
        found = udp(frame)
        if not found:
            continue
        source, destination, payload = found
        probes += PROBE_PORT in (source, destination)
        if destination == COUNT_PORT:
            numbers.append(struct.unpack("!Q", payload[:8])[0])
    print(len(numbers), len(set(numbers)), numbers[-1] if numbers else 0, probes)
