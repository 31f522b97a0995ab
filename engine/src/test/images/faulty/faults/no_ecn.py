"""Marks no packet, which is what aioquic does; the fault is that it takes the test case."""
