package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.util.List;

/** Transfers three files at once over one connection, with flow control. */
final class Transfer implements QuicTestCase {
    @Override
    public String name() {
        return "transfer";
    }

    @Override
    public String letter() {
        return "DC";
    }

    @Override
    public String description() {
        return "Three files at once over one connection, with flow control";
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(2 * MB), TestFile.ofSize(3 * MB), TestFile.ofSize(5 * MB));
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(), version(QUIC_V1), handshakes(1), alpn(HQ_INTEROP));
    }
}
