"""Takes the server's IPv4 address where a name has both; nothing is wrong with that."""

import socket


def client(_):
    correct = socket.getaddrinfo

    def ipv4_first(*arguments, **options):
        return sorted(correct(*arguments, **options), key=lambda found: found[0] != socket.AF_INET)

    socket.getaddrinfo = ipv4_first
