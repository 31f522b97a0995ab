package example;

import dev.interop.engine.InteropTest;

@InteropTest(registry = "quic-go.json", tests = "handshake")
class MatrixTest {}
