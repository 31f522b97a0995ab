package dev.interop.quic;

import static dev.interop.protocol.TestFile.KB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes fifty connections over a network that drops or alters 30 % of the packets. */
record ImpairedHandshakes(String name, String letter, Impairment network) implements QuicTestCase {
    static final QuicTestCase HANDSHAKE_LOSS = new ImpairedHandshakes("handshakeloss", "L1", Impairment.LOSS);
    static final QuicTestCase HANDSHAKE_CORRUPTION =
            new ImpairedHandshakes("handshakecorruption", "C1", Impairment.CORRUPTION);

    private static final int CONNECTIONS = 50;
    private static final int PERCENT = 30;

    @Override
    public String description() {
        return "Fifty connections over " + network.description(PERCENT);
    }

    @Override
    public boolean runsByDefault() {
        return false;
    }

    @Override
    public String clientTestcase() {
        return "multiconnect";
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of(network.scenario(PERCENT));
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(300);
    }

    /** A probe timeout or two in each handshake (RFC 9002 §6.2.1). */
    @Override
    public Duration networkTime() {
        return Duration.ofSeconds(CONNECTIONS);
    }

    @Override
    public List<TestFile> files() {
        return Collections.nCopies(CONNECTIONS, TestFile.ofSize(1 * KB));
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(), version(QUIC_V1), handshakes(CONNECTIONS), alpn(HQ_INTEROP));
    }
}
