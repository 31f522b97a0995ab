package dev.interop.examples.lane;

import dev.interop.engine.InteropTest;

/** A matrix beside whose clients {@link TrafficGenerator} sends. */
@InteropTest(clients = "quic-go", servers = "quic-go", tests = "handshake")
class LaneInteropTest {}
