"""The endpoint contract of the interop tests, spoken with picoquic."""
