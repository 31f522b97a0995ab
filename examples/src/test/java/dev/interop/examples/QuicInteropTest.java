package dev.interop.examples;

import dev.interop.engine.InteropTest;

/**
 * A QUIC matrix as a test class: each client against each server in each test case is a test. Run it from the IDE, or
 * with {@code mvn -pl examples verify}; what the annotation says can be overridden, such as by
 * {@code -Dtest=QuicInteropTest -Dinterop.tests=retry}.
 */
@InteropTest(
        clients = {"quic-go", "aioquic"},
        servers = {"quic-go", "nginx"},
        tests = {"handshake", "transfer", "retry"})
class QuicInteropTest {}
