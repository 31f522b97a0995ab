"""Only a comparison of contents finds it: size, protocol and exit codes are right."""


def server(endpoint):
    correct = endpoint.Server.body

    def body(self, file):
        content = bytearray(correct(self, file))
        content[len(content) // 2] ^= 1
        return bytes(content)

    endpoint.Server.body = body
