"""Traffic for the simulator's test: a server, and clients that print what they measured, one number a line."""

import socket
import struct
import sys
import threading
import time

PROBE_PORT, ECHO_PORT, COUNT_PORT, TCP_PORT = 443, 7, 9, 5000
SERVER = "server"


def udp(port):
    listener = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
    listener.bind(("::", port))
    return listener


def in_thread(work):
    threading.Thread(target=work, daemon=True).start()


def answer_probes():
    """What a QUIC server does to a version that it does not know: RFC 9000 section 17.2.1."""
    listener = udp(PROBE_PORT)
    while True:
        packet, peer = listener.recvfrom(2048)
        assert len(packet) >= 1200 and packet[0] & 0x80
        destination = packet[6 : 6 + packet[5]]
        rest = packet[6 + packet[5] :]
        source = rest[1 : 1 + rest[0]]
        ids = bytes([len(source)]) + source + bytes([len(destination)]) + destination
        # Twice, as if the answer to an earlier probe came late.
        listener.sendto(b"\x80\0\0\0\0" + ids + b"\0\0\0\1", peer)
        time.sleep(0.05)
        listener.sendto(b"\x80\0\0\0\0" + ids + b"\0\0\0\1", peer)


def echo():
    listener = udp(ECHO_PORT)
    while True:
        packet, peer = listener.recvfrom(2048)
        listener.sendto(packet, peer)


def take_tcp():
    listener = socket.create_server(("::", TCP_PORT), family=socket.AF_INET6, dualstack_ipv6=True)
    while True:
        connection, _ = listener.accept()
        received = 0
        while data := connection.recv(1 << 16):
            received += len(data)
        connection.sendall(struct.pack("!Q", received))
        connection.close()


def serve():
    for work in (answer_probes, echo, take_tcp):
        in_thread(work)
    count = udp(COUNT_PORT)
    print("serving", flush=True)
    while True:
        print(*struct.unpack("!Q", count.recv(2048)[:8]), flush=True)


def to_server(kind, family, port):
    address = socket.getaddrinfo(SERVER, port, family, kind)[0][4]
    result = socket.socket(family, kind)
    result.connect(address)
    return result


def rtt(family, count=20):
    """Shortest round-trip time of small packets, in ms: what a busy machine adds is not the link's."""
    peer = to_server(socket.SOCK_DGRAM, family, ECHO_PORT)
    peer.settimeout(2)
    times = []
    for number in range(count):
        start = time.monotonic()
        peer.send(struct.pack("!Q", number))
        peer.recv(2048)
        times.append((time.monotonic() - start) * 1000)
    print("%.2f" % min(times))


def tcp(size):
    """Goodput of one TCP connection, in Mbit/s."""
    peer = to_server(socket.SOCK_STREAM, socket.AF_INET, TCP_PORT)
    start = time.monotonic()
    peer.sendall(bytes(size))
    peer.shutdown(socket.SHUT_WR)
    (received,) = struct.unpack("!Q", peer.recv(8))
    assert received == size
    print("%.2f" % (size * 8 / 1e6 / (time.monotonic() - start)))


def numbered(count, gap_s, family):
    """Packets numbered from 1, at distances of at least the gap."""
    peer = to_server(socket.SOCK_DGRAM, family, COUNT_PORT)
    for number in range(1, count + 1):
        peer.send(struct.pack("!Q", number) + bytes(92))
        time.sleep(gap_s)
    print(count)


def echoes(count, gap_s, expected, family):
    """
    Numbered packets to the server and back; prints how many came back. Ends as soon as those that are expected are there,
    however busy the machine is; with 0, when none has come for a second.
    """
    peer = to_server(socket.SOCK_DGRAM, family, ECHO_PORT)
    peer.settimeout(1 if expected == 0 else 15)
    back = [0]

    def take():
        try:
            while back[0] != expected or expected == 0:
                peer.recv(2048)
                back[0] += 1
        except OSError:
            pass

    taker = threading.Thread(target=take)
    taker.start()
    for number in range(1, count + 1):
        peer.send(struct.pack("!Q", number) + bytes(92))
        time.sleep(gap_s)
    taker.join()
    print(back[0])


def headers(count, version, family):
    """Packets with a QUIC long header of this version, and nothing behind it, so that each altered byte is in it."""
    peer = to_server(socket.SOCK_DGRAM, family, ECHO_PORT)
    for number in range(count):
        peer.send(b"\xc0" + struct.pack("!I", version))
        time.sleep(0.0003)
    print(count)


def escape():
    """Tries to reach what is outside of the test networks; prints what it reached."""
    reached = []
    for family, address in ((socket.AF_INET, "1.1.1.1"), (socket.AF_INET6, "2606:4700:4700::1111"),
                            (socket.AF_INET, "172.17.0.1")):
        with socket.socket(family, socket.SOCK_STREAM) as attempt:
            attempt.settimeout(1)
            try:
                attempt.connect((address, 80))
                reached.append(address)
            except ConnectionRefusedError:
                reached.append(address)
            except OSError:
                pass
    print(*reached)


def main(command, *arguments):
    family = socket.AF_INET6 if "6" in arguments[-1:] else socket.AF_INET
    match command:
        case "serve":
            serve()
        case "rtt":
            rtt(family)
        case "tcp":
            tcp(int(arguments[0]))
        case "numbered":
            numbered(int(arguments[0]), float(arguments[1]), family)
        case "echoes":
            echoes(int(arguments[0]), float(arguments[1]), int(arguments[2]), family)
        case "headers":
            headers(int(arguments[0]), int(arguments[1]), family)
        case "escape":
            escape()


main(*sys.argv[1:])
