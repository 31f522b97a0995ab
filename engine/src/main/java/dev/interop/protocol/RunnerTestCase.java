package dev.interop.protocol;

import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A test case with the public QUIC runner's network and time limit as defaults. */
@API(status = Status.EXPERIMENTAL)
public interface RunnerTestCase extends TestCase {
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
