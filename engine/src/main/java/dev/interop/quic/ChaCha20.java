package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.onlyCipherSuite;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import java.util.List;

/** Transfers a file with TLS_CHACHA20_POLY1305_SHA256 as the only cipher suite. */
final class ChaCha20 implements QuicTestCase {
    @Override
    public String name() {
        return "chacha20";
    }

    @Override
    public String letter() {
        return "C20";
    }

    @Override
    public String description() {
        return "A transfer with TLS_CHACHA20_POLY1305_SHA256 as the only cipher suite";
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
                alpn(HQ_INTEROP, Side.CLIENT),
                onlyCipherSuite(0x1303));
    }
}
