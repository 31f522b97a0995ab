package dev.interop.quic;

import static dev.interop.protocol.TestFile.KB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.onlyIpv6;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.util.List;

/** Transfers two files over IPv6. */
final class Ipv6 implements QuicTestCase {
    @Override
    public String name() {
        return "ipv6";
    }

    @Override
    public String letter() {
        return "6";
    }

    @Override
    public String description() {
        return "Two files over IPv6";
    }

    @Override
    public String clientTestcase() {
        return "transfer";
    }

    @Override
    public String authority() {
        return "server6:443";
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(5 * KB), TestFile.ofSize(10 * KB));
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(), version(QUIC_V1), handshakes(1), onlyIpv6(), alpn(HQ_INTEROP));
    }
}
