package com.example.quic;

import dev.interop.engine.InteropTest;

/** The test case between real implementations, in containers. */
@InteropTest(
        registry = "../../implementations.json",
        clients = "quic-go",
        servers = "quic-go",
        tests = {"handshake", "padded-handshake"})
class PaddedHandshakeInteropTest {}
