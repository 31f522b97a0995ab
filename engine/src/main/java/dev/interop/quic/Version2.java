package dev.interop.quic;

import static dev.interop.protocol.TestFile.KB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakeVersion;
import static dev.interop.quic.Checks.initialVersion;

import dev.interop.protocol.TestFile;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import java.util.List;

/** Changes from QUIC version 1 to version 2 within the handshake. */
final class Version2 implements QuicTestCase {
    @Override
    public String name() {
        return "v2";
    }

    @Override
    public String letter() {
        return "V2";
    }

    @Override
    public String description() {
        return "A handshake that changes from QUIC version 1 to version 2";
    }

    /** Many implementations have no version 2. */
    @Override
    public boolean runsByDefault() {
        return false;
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(1 * KB));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                downloadedFiles(),
                initialVersion(Side.CLIENT, QUIC_V1),
                initialVersion(Side.SERVER, QUIC_V2),
                handshakeVersion(QUIC_V2),
                alpn(HQ_INTEROP));
    }
}
