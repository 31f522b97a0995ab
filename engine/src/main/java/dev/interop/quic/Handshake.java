package dev.interop.quic;

import static dev.interop.protocol.TestFile.KB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.noRetry;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.util.List;

/** Makes a handshake without a Retry and transfers a small file. */
final class Handshake implements QuicTestCase {
    @Override
    public String name() {
        return "handshake";
    }

    @Override
    public String letter() {
        return "H";
    }

    @Override
    public String description() {
        return "A handshake and a small file, without a Retry";
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(1 * KB));
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(), version(QUIC_V1), handshakes(1), alpn(HQ_INTEROP), noRetry());
    }
}
