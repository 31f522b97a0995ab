"""The endpoint contract of the interop tests, as endpoints in Python share it. It knows no QUIC library."""
