package example;

import dev.interop.engine.InteropTest;

@InteropTest(clients = "quic-go", servers = "quic-go", tests = "handshake")
class MatrixTest {}
