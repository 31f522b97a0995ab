"""Its Version Negotiation does not repeat the connection ID that the client chose for it."""

from aioquic.asyncio import server as listener


def server(endpoint):
    correct = listener.encode_quic_version_negotiation

    def encode(source_cid, destination_cid, supported_versions):
        wrong = bytes(byte ^ 0xFF for byte in source_cid)
        return correct(wrong, destination_cid, supported_versions)

    listener.encode_quic_version_negotiation = encode
