"""The download works; only the trace shows the Retry that handshake and transfer do not allow."""


def server(endpoint):
    endpoint.wants_retry = lambda testcase: True
