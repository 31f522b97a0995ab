"""Never updates its keys, although the test case asks the client to."""


def client(endpoint):
    endpoint.key_update = endpoint.plain
