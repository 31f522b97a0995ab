package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.keyUpdate;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import java.util.List;

/** Transfers a file on a connection whose keys the client updates. */
final class KeyUpdate implements QuicTestCase {
    @Override
    public String name() {
        return "keyupdate";
    }

    @Override
    public String letter() {
        return "U";
    }

    @Override
    public String description() {
        return "A file on a connection whose keys the client updates";
    }

    /** Few implementations update keys when asked to. */
    @Override
    public boolean runsByDefault() {
        return false;
    }

    @Override
    public String serverTestcase() {
        return "transfer";
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(3 * MB));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                downloadedFiles(),
                version(QUIC_V1),
                handshakes(1),
                keyUpdate(Side.CLIENT),
                keyUpdate(Side.SERVER),
                alpn(HQ_INTEROP));
    }
}
