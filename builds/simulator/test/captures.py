"""
Reads captures of the test's traffic.

captures.py CAPTURE: prints for the numbered packets how many, how many different, the last; and how many probes.
"""

import struct
import sys

COUNT_PORT, PROBE_PORT = 9, 443


def frames(path):
    """Number from 1, time in ns and bytes of each frame."""
    with open(path, "rb") as file:
        magic, *_, link_type = struct.unpack("<IHHIIII", file.read(24))
        assert (magic, link_type) == (0xA1B23C4D, 1), "not a pcap file of Ethernet frames"
        before, number = {}, 0
        while header := file.read(16):
            assert len(header) == 16, "a record is cut short"
            seconds, nanoseconds, captured, original = struct.unpack("<IIII", header)
            now = seconds * 10**9 + nanoseconds
            assert captured == original, "a frame is cut short"
            frame = file.read(captured)
            assert len(frame) == captured, "the file is cut short"
            # Stamped when they pass, filed when the kernel hands them on: those of two processors may overtake.
            sender = frame[6:12]
            assert now >= before.get(sender, 0) - 1e6, "time goes backwards"
            before[sender] = now
            number += 1
            yield number, now, frame


def udp(frame):
    """Source and destination as (address, port), payload, and whether the checksum is right."""
    kind, packet = frame[12:14], frame[14:]
    if kind == b"\x08\x00" and packet[9] == 17:
        addresses, datagram = packet[12:20], packet[(packet[0] & 15) * 4 :]
    elif kind == b"\x86\xdd" and packet[6] == 17:
        addresses, datagram = packet[8:40], packet[40:]
    else:
        return None
    source, destination, length, _ = struct.unpack("!HHHH", datagram[:8])
    datagram = datagram[:length]
    half = len(addresses) // 2
    valid = ones_sum(addresses + struct.pack("!HH", 17, length) + datagram) == 0xFFFF
    return (addresses[:half], source), (addresses[half:], destination), datagram[8:], valid


def ones_sum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return total


def main(path):
    numbers, probes = [], 0
    for _, _, frame in frames(path):
        found = udp(frame)
        if not found:
            continue
        (_, source), (_, destination), payload, _ = found
        probes += PROBE_PORT in (source, destination)
        if destination == COUNT_PORT:
            numbers.append(struct.unpack("!Q", payload[:8])[0])
    print(len(numbers), len(set(numbers)), numbers[-1] if numbers else 0, probes)


if __name__ == "__main__":
    main(*sys.argv[1:])
