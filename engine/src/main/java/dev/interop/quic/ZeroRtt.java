package dev.interop.quic;

import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.oneRttFromClientAtMost;
import static dev.interop.quic.Checks.version;
import static dev.interop.quic.Checks.zeroRtt;

import dev.interop.protocol.TestFile;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import java.util.Collections;
import java.util.List;

/** Makes a second connection that sends its requests as 0-RTT data. */
final class ZeroRtt implements QuicTestCase {
    private static final int FILES = 40;
    private static final int NAME_LENGTH = 250;

    @Override
    public String name() {
        return "zerortt";
    }

    @Override
    public String letter() {
        return "Z";
    }

    @Override
    public String description() {
        return "A second connection that sends its requests as 0-RTT data";
    }

    @Override
    public List<TestFile> files() {
        return Collections.nCopies(FILES, new TestFile(32, NAME_LENGTH));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                downloadedFiles(),
                version(QUIC_V1),
                handshakes(2),
                zeroRtt(),
                oneRttFromClientAtMost(FILES * NAME_LENGTH / 2),
                alpn(HQ_INTEROP, Side.CLIENT));
    }
}
