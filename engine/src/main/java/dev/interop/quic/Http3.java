package dev.interop.quic;

import static dev.interop.protocol.TestFile.KB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.util.List;

/** Transfers three files over HTTP/3. */
final class Http3 implements QuicTestCase {
    @Override
    public String name() {
        return "http3";
    }

    @Override
    public String letter() {
        return "3";
    }

    @Override
    public String description() {
        return "Three files over HTTP/3";
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(5 * KB), TestFile.ofSize(10 * KB), TestFile.ofSize(500 * KB));
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(), version(QUIC_V1), handshakes(1), alpn("h3"));
    }
}
