"""The contract of WebTransport, spoken with aioquic's HTTP/3."""
