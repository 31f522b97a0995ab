package dev.interop.examples;

import dev.interop.engine.InteropTest;

/**
 * A MoQT matrix as a test class: what a client reports while it runs is shown as tests below its cell. aiomoqt alone,
 * whose image is built in a minute; {@code -Dtest=MoqtInteropTest -Dinterop.clients=all -Dinterop.servers=all} takes
 * every implementation of the registry.
 */
@InteropTest(
        protocol = "moqt",
        clients = "aiomoqt",
        servers = "aiomoqt",
        tests = {"setup-only", "subscribe-error", "announce-subscribe"},
        parameters = "interop.transport=quic")
class MoqtInteropTest {}
