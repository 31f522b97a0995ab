package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;

import java.util.Optional;

/** Transfers a file over a network that drops or alters 2 % of the packets. */
record ImpairedTransfer(String name, String letter, Impairment network) implements FileTransfer {
    static final QuicTestCase TRANSFER_LOSS = new ImpairedTransfer("transferloss", "L2", Impairment.LOSS);
    static final QuicTestCase TRANSFER_CORRUPTION =
            new ImpairedTransfer("transfercorruption", "C2", Impairment.CORRUPTION);

    private static final int PERCENT = 2;

    @Override
    public String description() {
        return "A transfer over " + network.description(PERCENT);
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of(network.scenario(PERCENT));
    }

    @Override
    public long size() {
        return 2 * MB;
    }
}
