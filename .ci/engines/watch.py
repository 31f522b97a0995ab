#!/usr/bin/env python3
"""Watches a network namespace for packets of attempts.pl until it is ended: watch.py engine|world FILE

Writes a line for each packet that is where it must not be, and for each that a listener gets. In the namespace of the
container engine, a lane's own bridge and its ports may carry the lane's attempts, and nothing else may. It also tells each
lane the hardware address of its bridge, which an endpoint might guess.
"""
import ipaddress
import os
import re
import select
import signal
import socket
import struct
import sys
import time

# Wake-on-LAN: nobody answers, and whoever reads a capture knows that there is no IP packet in it.
PORT, ETH_P_ALL, ANNOUNCED = 7777, 0x0003, 0x0842
MARK = re.compile(rb'ESCAPE-(\d+)-([a-z0-9-]+)|\x06ESCAPE\x07example')
where, path = sys.argv[1:]
report = open(path, 'w', buffering=1)
seen = set()
frames = 0


def say(*words):
    line = ' '.join(map(str, words))
    if line not in seen:
        seen.add(line)
        report.write(line + '\n')


def listeners():
    for family, any_address in (socket.AF_INET, '0.0.0.0'), (socket.AF_INET6, '::'):
        for kind in socket.SOCK_STREAM, socket.SOCK_DGRAM:
            for port in (PORT, 53) if where == 'world' and kind == socket.SOCK_DGRAM else (PORT,):
                s = socket.socket(family, kind)
                s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if family == socket.AF_INET6:
                    s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                s.bind((any_address, port))
                if kind == socket.SOCK_STREAM:
                    s.listen(50)
                s.setblocking(False)
                yield s


def read(path):
    try:
        with open(path) as file:
            return file.read().strip()
    except OSError:
        return ''


def bridge_of(device):
    if re.match('ilane|br-', device):
        return device
    try:
        return os.path.basename(os.readlink(f'/sys/class/net/{device}/master'))
    except OSError:
        return ''


def network_of(bridge, cache={}):
    """The third octet of the network of a lane's bridge, by the IPv6 address that the engine gives it."""
    if bridge not in cache:
        for line in read('/proc/net/if_inet6').splitlines():
            address, _, _, _, _, device = line.split()
            if device == bridge and address.startswith('fd00cafecafe'):
                cache[bridge] = int(address[12:16].lstrip('0') or '0')
    return cache.get(bridge)


def is_of(network, address):
    own = f'193.167.{network}.0/24', f'fd00:cafe:cafe:{network}::/64', 'fe80::/10'
    return any(address in ipaddress.ip_network(it) for it in own if ipaddress.ip_network(it).version == address.version)


def connection_attempt(frame):
    """The source of a TCP packet to the listeners' port."""
    if frame[12:14] == b'\x08\x00' and len(frame) > 54 and frame[23] == 6:
        offset = 14 + (frame[14] & 15) * 4
        if struct.unpack_from('!H', frame, offset + 2)[0] == PORT:
            return socket.inet_ntop(socket.AF_INET, frame[26:30])
    if frame[12:14] == b'\x86\xdd' and len(frame) > 74 and frame[20] == 6:
        if struct.unpack_from('!H', frame, 56)[0] == PORT:
            return socket.inet_ntop(socket.AF_INET6, frame[22:38])
    return None


def look(device, frame):
    mark = MARK.search(frame)
    source = connection_attempt(frame)
    if not mark and not source:
        return
    if where == 'engine':
        network = network_of(bridge_of(device))
        if mark and mark[1] and network == int(mark[1]):
            return
        if source and network is not None and is_of(network, ipaddress.ip_address(source)):
            return
    say('packet', 'lane' if bridge_of(device).startswith('ilane') else device, mark[0].decode('latin1') if mark else f'TCP from {source}')


signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
capture = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
capture.setsockopt(socket.SOL_SOCKET, 33, 512 << 20)
sender = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
waiting = list(listeners())
print('watching', flush=True)
next_announcement = 0
try:
    while True:
        if where == 'engine' and time.monotonic() >= next_announcement:
            next_announcement = time.monotonic() + 0.3
            for device in os.listdir('/sys/class/net'):
                if re.match('ilane|br-', device):
                    mac = bytes.fromhex(read(f'/sys/class/net/{device}/address').replace(':', ''))
                    try:
                        sender.sendto(b'\xff' * 6 + mac + struct.pack('!H', ANNOUNCED) + bytes(46), (device, 0))
                    except OSError:
                        pass
        for ready in select.select([capture, *waiting], [], [], 0.1)[0]:
            if ready is capture:
                frame, address = capture.recvfrom(65535)
                frames += 1
                look(address[0], frame)
            elif ready.type & 15 == socket.SOCK_STREAM:
                connection, peer = ready.accept()
                say('accepted', peer[0])
                connection.close()
            else:
                data, peer = ready.recvfrom(65535)
                mark = MARK.search(data)
                if mark:
                    say('received', peer[0], mark[0].decode('latin1'))
finally:
    dropped = struct.unpack('II', capture.getsockopt(263, 6, 8))[1]
    report.write(f'watched {frames} frames, {dropped} dropped\n')
