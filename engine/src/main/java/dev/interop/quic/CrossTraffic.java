package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import dev.interop.verdict.Measure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Measures the goodput of one file beside a TCP flow on the same link. */
final class CrossTraffic implements QuicTestCase {
    private static final long SIZE = 25 * MB;

    @Override
    public String name() {
        return "crosstraffic";
    }

    @Override
    public String letter() {
        return "C";
    }

    @Override
    public String description() {
        return "Measures the goodput of 25 MB over a link of 10 Mbit/s beside a TCP flow (cubic)";
    }

    /** Its repetitions take long, and no other cell can run meanwhile. */
    @Override
    public boolean runsByDefault() {
        return false;
    }

    @Override
    public String clientTestcase() {
        return "transfer";
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(SIZE));
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(180);
    }

    @Override
    public boolean besideTcp() {
        return true;
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(), version(QUIC_V1), handshakes(1), alpn(HQ_INTEROP));
    }

    @Override
    public Optional<Measure> measure() {
        return Optional.of(new GoodputMeasure(SIZE));
    }
}
