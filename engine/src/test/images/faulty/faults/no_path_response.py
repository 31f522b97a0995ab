"""Does not answer a PATH_CHALLENGE."""


def client(endpoint):
    endpoint.QuicConnection._handle_path_challenge_frame = read_only


def read_only(self, context, frame_type, buf):
    buf.pull_bytes(8)
