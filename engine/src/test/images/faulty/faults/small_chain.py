"""Presents its own certificate without those between it and the root."""

from pathlib import Path

ALONE = Path("/tmp/cert.pem")


def server(endpoint):
    configuration = endpoint.QuicConfiguration
    correct = configuration.load_cert_chain

    def load_cert_chain(self, chain, key):
        end = "-----END CERTIFICATE-----"
        ALONE.write_text(Path(chain).read_text().split(end)[0] + end + "\n")
        correct(self, ALONE, key)

    configuration.load_cert_chain = load_cert_chain
