package dev.interop.quic;

import static dev.interop.protocol.TestFile.KB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.certificateOnlyOnce;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.util.List;

/** Makes a second connection that resumes the session of the first, without a certificate. */
final class Resumption implements QuicTestCase {
    @Override
    public String name() {
        return "resumption";
    }

    @Override
    public String letter() {
        return "R";
    }

    @Override
    public String description() {
        return "A second connection that resumes the session of the first, without a certificate";
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(5 * KB), TestFile.ofSize(10 * KB));
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(), version(QUIC_V1), handshakes(2), alpn(HQ_INTEROP), certificateOnlyOnce());
    }
}
