"""All files over one connection where each wants its own."""


def client(endpoint):
    endpoint.one_each = endpoint.plain
