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

/** Makes fifty connections over a network that delivers 30 % of the packets with an altered byte. */
final class HandshakeCorruption implements QuicTestCase {
    private static final int CONNECTIONS = 50;

    @Override
    public String name() {
        return "handshakecorruption";
    }

    @Override
    public String letter() {
        return "C1";
    }

    @Override
    public String description() {
        return "Fifty connections over a network that alters 30 % of the packets";
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
        return Optional.of("corrupt-rate --delay=15ms --bandwidth=10Mbps --queue=25"
                + " --rate_to_server=30 --rate_to_client=30 --burst_to_server=3 --burst_to_client=3");
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
