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

/** Transfers a file over a network that drops or alters 2 % of the packets. */
record ImpairedTransfer(String name, String letter, Impairment network) implements QuicTestCase {
    static final QuicTestCase TRANSFER_LOSS = new ImpairedTransfer("transferloss", "L2", Impairment.LOSS);
    static final QuicTestCase TRANSFER_CORRUPTION =
            new ImpairedTransfer("transfercorruption", "C2", Impairment.CORRUPTION);

    private static final int PERCENT = 2;

    @Override
    public String description() {
        return "A transfer over " + network.description(PERCENT);
    }

    @Override
    public String clientTestcase() {
        return "transfer";
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of(network.scenario(PERCENT));
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
