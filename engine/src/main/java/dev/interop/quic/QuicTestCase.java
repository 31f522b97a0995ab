package dev.interop.quic;

import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import java.time.Duration;
import java.util.Optional;

/** What the QUIC test cases share unless they say otherwise. */
interface QuicTestCase extends TestCase {
    /** QUIC version 1 (RFC 9000 §15). */
    long QUIC_V1 = 1;

    /** 10 Mbit/s. */
    long BYTES_PER_MILLISECOND = 1_250;

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
    default Duration networkTime() {
        return Duration.ofMillis(files().stream().mapToLong(TestFile::size).sum() / BYTES_PER_MILLISECOND);
    }

    @Override
    default Duration limit() {
        return Duration.ofSeconds(60);
    }
}
