package dev.interop.examples;

import dev.interop.engine.InteropTest;

/** A matrix of WebTransport: sessions and their application protocol, and files in both directions. */
@InteropTest(
        protocol = "webtransport",
        clients = {"webtransport-go", "picoquic"},
        servers = {"webtransport-go", "picoquic"},
        tests = {"handshake", "transfer-bidirectional-receive", "transfer-unidirectional-send"})
class WebTransportInteropTest {}
