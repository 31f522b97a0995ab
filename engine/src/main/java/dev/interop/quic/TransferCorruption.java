package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.util.List;
import java.util.Optional;

/** Transfers a file over a network that delivers 2 % of the packets with an altered byte. */
final class TransferCorruption implements QuicTestCase {
    @Override
    public String name() {
        return "transfercorruption";
    }

    @Override
    public String letter() {
        return "C2";
    }

    @Override
    public String description() {
        return "A transfer over a network that alters 2 % of the packets";
    }

    @Override
    public String clientTestcase() {
        return "transfer";
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of("corrupt-rate --delay=15ms --bandwidth=10Mbps --queue=25"
                + " --rate_to_server=2 --rate_to_client=2 --burst_to_server=3 --burst_to_client=3");
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(2 * MB));
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(), version(QUIC_V1), handshakes(1), alpn(HQ_INTEROP));
    }
}
