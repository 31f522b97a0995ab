"""ChaCha20 is still negotiated, since it is offered first; but chacha20 wants it offered alone."""

from aioquic.tls import CipherSuite


def client(endpoint):
    endpoint.CHACHA20_SUITES = [CipherSuite.CHACHA20_POLY1305_SHA256, CipherSuite.AES_128_GCM_SHA256]
