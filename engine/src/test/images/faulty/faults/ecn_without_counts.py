"""Marks every packet with ECT(0), but acknowledges without counts of the marks that it receives."""

import socket

ECT_0 = 2


def client(endpoint):
    endpoint.socket = MarkingSockets()


class MarkingSocket(socket.socket):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.setsockopt(socket.IPPROTO_IP, socket.IP_TOS, ECT_0)


class MarkingSockets:
    """The module `socket`, whose sockets mark."""

    socket = MarkingSocket

    def __getattr__(self, name):
        return getattr(socket, name)
