"""The contract of WebTransport, spoken with picoquic's HTTP/3."""
