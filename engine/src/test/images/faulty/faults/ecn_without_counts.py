"""Marks every packet with ECT(0), but acknowledges without counts of the marks that it receives."""

import socket

ECT_0 = 2


def client(endpoint):
    endpoint.socket = MarkingSockets(ECT_0)


class MarkingSockets:
    """The module `socket`, whose sockets mark what they send."""

    def __init__(self, mark):
        self._mark = mark

    def socket(self, *arguments, **options):
        made = socket.socket(*arguments, **options)
        made.setsockopt(socket.IPPROTO_IP, socket.IP_TOS, self._mark)
        return made

    def __getattr__(self, name):
        return getattr(socket, name)
