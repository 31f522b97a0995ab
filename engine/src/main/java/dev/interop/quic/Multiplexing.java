package dev.interop.quic;

import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.maxStreamsBidi;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import java.util.Collections;
import java.util.List;

/** Transfers thousands of small files, each on its own stream, within the server's stream limit. */
final class Multiplexing implements QuicTestCase {
    @Override
    public String name() {
        return "multiplexing";
    }

    @Override
    public String letter() {
        return "M";
    }

    @Override
    public String description() {
        return "Thousands of small files, each on its own stream, within the server's stream limit";
    }

    @Override
    public String clientTestcase() {
        return "transfer";
    }

    @Override
    public List<TestFile> files() {
        return Collections.nCopies(1999, TestFile.ofSize(32));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                downloadedFiles(),
                version(QUIC_V1),
                handshakes(1),
                alpn(HQ_INTEROP, Side.CLIENT),
                maxStreamsBidi(1000));
    }
}
