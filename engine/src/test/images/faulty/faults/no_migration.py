"""Stays with the address that it connected to, although the server prefers another one."""


def client(endpoint):
    endpoint.Connection._probe_preferred_address = lambda _: None
