package dev.interop.quic;

import dev.interop.protocol.TestCase;
import java.time.Duration;
import java.util.Optional;

/** What the QUIC test cases share unless they say otherwise. */
interface QuicTestCase extends TestCase {
    /** QUIC version 1 (RFC 9000 §15). */
    long QUIC_V1 = 1;

    @Override
    default String clientTestcase() {
        return name();
    }

    @Override
    default String serverTestcase() {
        return clientTestcase();
    }

    @Override
    default Optional<String> scenario() {
        return Optional.of("simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25");
    }

    @Override
    default Duration limit() {
        return Duration.ofSeconds(60);
    }
}
