"""A server that is up but answers nothing, not even the simulator's probe."""

import socket


def server(endpoint):
    def main(environment):
        listener = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
        listener.bind(("::", 443))
        while True:
            listener.recv(2048)

    endpoint.main = main
