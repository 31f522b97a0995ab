package dev.interop.quic;

import static dev.interop.protocol.TestFile.KB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.clientHellos;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes a handshake with a round-trip time of 1.5 s, which is longer than the first retransmission timeout. */
final class LongRtt implements QuicTestCase {
    @Override
    public String name() {
        return "longrtt";
    }

    @Override
    public String letter() {
        return "LR";
    }

    @Override
    public String description() {
        return "A handshake with a round-trip time of 1.5 s, longer than the first retransmission timeout";
    }

    @Override
    public String clientTestcase() {
        return "handshake";
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of("simple-p2p --delay=750ms --bandwidth=10Mbps --queue=25");
    }

    /** Two round trips. */
    @Override
    public Duration networkTime() {
        return Duration.ofSeconds(3);
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(1 * KB));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                downloadedFiles(), version(QUIC_V1), handshakes(1), alpn(HQ_INTEROP, Side.CLIENT), clientHellos(2));
    }
}
