"""The endpoint contract of WebTransport, spoken with PyWebTransport."""
