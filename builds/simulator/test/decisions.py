"""
Compares what the simulator says it decided with what its captures show.

decisions.py LEFT RIGHT DECISIONS LANE [ON OFF]: prints NAME=VALUE words, for each direction: packets, dropped, altered, missed, longest
(most decisions in a row), wrong (packets that differ from what was decided); and for both: checksums (wrong ones),
versionless (packets that arrived with version 0 and were not sent so), sources (client endpoints that the server saw),
windows (runs of dropped packets to the server) and misfit (by how many ms at least they miss windows of OFF after ON).
"""

import ipaddress
import json
import sys

from captures import frames, udp


def is_version_negotiation(payload):
    return len(payload) >= 5 and payload[0] & 0x80 and payload[1:5] == bytes(4)


def is_left(address, lane):
    if len(address) == 4:
        return address[:3] == bytes([193, 167, lane])
    return address[:8] == ipaddress.ip_address("fd00:cafe:cafe:%d::" % lane).packed[:8]


def packets(path, lane):
    """Number, time and content of the UDP packets of each direction."""
    found = {"to_server": [], "to_client": []}
    for number, time, frame in frames(path):
        packet = udp(frame)
        if packet:
            direction = "to_server" if is_left(packet[0][0], lane) else "to_client"
            found[direction].append((number, time, *packet))
    return found


def text(endpoint):
    address = ipaddress.ip_address(endpoint[0])
    return ("%s:%d" if address.version == 4 else "[%s]:%d") % (address, endpoint[1])


def compare(direction, sent, received, decisions, result):
    dropped = altered = missed = in_row = longest = wrong = 0
    expected, binding = [], {}
    for ordinal, (number, _, source, destination, payload, _) in enumerate(sent, 1):
        decision = decisions.get(number)
        kind = decision["decision"] if decision else ""
        in_row = in_row + 1 if kind in ("dropped", "altered") else 0
        longest = max(longest, in_row)
        if decision and decision["packet"] != ordinal:
            wrong += 1
        if kind == "dropped":
            dropped += 1
            continue
        if kind == "altered":
            altered += 1
            changed = bytearray(payload)
            wrong += changed[decision["byte"]] != int(decision["before"], 16)
            changed[decision["byte"]] = int(decision["after"], 16)
            wrong += bytes(changed) == payload
            result["versionless"] += is_version_negotiation(changed) and not is_version_negotiation(payload)
            payload = bytes(changed)
        if kind == "missed":
            missed += 1
            wrong += len(payload) > decision["byte"]
        if kind == "rebound":
            wrong += decision["before"] != binding.get(source, text(source))
            binding[source] = decision["after"]
        ends = (binding.get(source, text(source)), text(destination)) if direction == "to_server" else ()
        expected.append((ends, payload))
    seen = []
    for _, _, source, destination, payload, valid in received:
        result["checksums"] += not valid
        seen.append(((text(source), text(destination)) if direction == "to_server" else (), payload))
        if direction == "to_server":
            result["sources"].add(text(source))
    wrong += sum(a != b for a, b in zip(expected, seen)) + abs(len(expected) - len(seen))
    print("%s_packets=%d" % (direction, len(sent)), end=" ")
    for name, value in (("dropped", dropped), ("altered", altered), ("missed", missed), ("longest", longest), ("wrong", wrong)):
        print("%s_%s=%d" % (direction, name, value), end=" ")


def windows(sent, decisions, on, off):
    """How many runs of dropped packets there are, and by how much they miss the windows that were asked for."""
    runs, lowest, highest, before, inside = 0, float("-inf"), float("inf"), float("-inf"), False
    for number, time, *_ in sent:
        now = decisions.get(number, {}).get("decision") == "dropped"
        if now != inside:
            runs += now
            edge = runs * (on + off) - (off if now else 0)
            lowest, highest = max(lowest, before - edge), min(highest, time / 1e6 - edge)
        inside, before = now, time / 1e6
    return runs, max(0, lowest - highest)


def main(left, right, file, lane, on=1, off=0):
    before, after = packets(left, int(lane)), packets(right, int(lane))
    with open(file) as lines:
        decided = [json.loads(line) for line in lines]
    assert decided[0]["format"] == 1
    result = {"checksums": 0, "versionless": 0, "sources": set()}
    for direction, sent, received in (("to_server", before, after), ("to_client", after, before)):
        own = {it["frame"]: it for it in decided[1:] if it["direction"] == direction and "packet" in it}
        compare(direction, sent[direction], received[direction], own, result)
        if direction == "to_server":
            runs, misfit = windows(sent[direction], own, int(on), int(off))
    print("checksums=%d versionless=%d sources=%d windows=%d misfit=%.3f" % (
        result["checksums"], result["versionless"], len(result["sources"]), runs, misfit))


main(*sys.argv[1:])
