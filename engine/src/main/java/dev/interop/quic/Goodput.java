package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.version;

import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import dev.interop.verdict.Measure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Measures the goodput of one file, on an otherwise idle link or beside a TCP flow.
 */
record Goodput(String name, String letter, String description, long size, Duration limit, boolean besideTcp)
        implements FileTransfer {
    static final QuicTestCase ALONE = new Goodput(
            "goodput",
            "G",
            "Measures the goodput of 10 MB over a link of 10 Mbit/s",
            10 * MB,
            Duration.ofSeconds(60),
            false);
    static final QuicTestCase CROSS_TRAFFIC = new Goodput(
            "crosstraffic",
            "C",
            "Measures the goodput of 25 MB over a link of 10 Mbit/s beside a TCP flow (cubic)",
            25 * MB,
            Duration.ofSeconds(180),
            true);

    /** Its repetitions take long, and no other cell can run meanwhile. */
    @Override
    public boolean runsByDefault() {
        return false;
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(), version(QUIC_V1), handshakes(1), alpn(HQ_INTEROP, Side.CLIENT));
    }

    @Override
    public Optional<Measure> measure() {
        return Optional.of(new GoodputMeasure(size));
    }
}
