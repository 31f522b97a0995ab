package dev.interop.quic;

import static dev.interop.protocol.TestFile.KB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.retry;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import java.util.List;

/** Makes a handshake with address validation by Retry. */
final class Retry implements QuicTestCase {
    @Override
    public String name() {
        return "retry";
    }

    @Override
    public String letter() {
        return "S";
    }

    @Override
    public String description() {
        return "A handshake with address validation by Retry";
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(10 * KB));
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(), version(QUIC_V1), handshakes(1), alpn(HQ_INTEROP, Side.CLIENT), retry());
    }
}
