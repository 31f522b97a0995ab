package dev.interop.quic;

import static dev.interop.protocol.TestFile.KB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.ecnCounts;
import static dev.interop.quic.Checks.ecnMarks;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.noRetry;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import java.util.List;

/** Makes a handshake and transfers a file with packets marked for Explicit Congestion Notification. */
final class Ecn implements QuicTestCase {
    @Override
    public String name() {
        return "ecn";
    }

    @Override
    public String letter() {
        return "E";
    }

    @Override
    public String description() {
        return "A file in packets that are marked for ECN, with the marks counted in acknowledgements";
    }

    /** Few implementations mark packets and report marks. */
    @Override
    public boolean runsByDefault() {
        return false;
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(100 * KB));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                downloadedFiles(),
                version(QUIC_V1),
                handshakes(1),
                noRetry(),
                ecnMarks(Side.CLIENT),
                ecnMarks(Side.SERVER),
                ecnCounts(Side.CLIENT),
                ecnCounts(Side.SERVER),
                alpn(HQ_INTEROP));
    }
}
