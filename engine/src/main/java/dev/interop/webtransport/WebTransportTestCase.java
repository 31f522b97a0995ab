package dev.interop.webtransport;

import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import java.time.Duration;
import java.util.Optional;

/** What the WebTransport test cases share: the public runner's network and time. */
interface WebTransportTestCase extends TestCase {
    /** 10 Mbit/s. */
    long BYTES_PER_MILLISECOND = 1_250;

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
