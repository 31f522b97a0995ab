"""The download works; only the trace shows that the Retry is missing."""


def server(endpoint):
    endpoint.wants_retry = lambda testcase: False
