package dev.interop.quic;

import static dev.interop.protocol.TestFile.KB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.amplification;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakeCrypto;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.CertificateChain;
import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes a handshake whose certificates exceed what the server may send before it knows the client's address. */
final class AmplificationLimit implements QuicTestCase {
    /** The least number of bytes in any encoding of the certificates. */
    private static final int CHAIN_BYTES = 7_500;

    @Override
    public String name() {
        return "amplificationlimit";
    }

    @Override
    public String letter() {
        return "A";
    }

    @Override
    public String description() {
        return "A large certificate chain, within the limit before the client's address is validated";
    }

    @Override
    public String clientTestcase() {
        return "transfer";
    }

    @Override
    public CertificateChain certificate() {
        return new CertificateChain(9, true);
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of(Link.scenario("droplist", "--drops_to_server=2,3,4,5,6,7"));
    }

    /** A few probe timeouts, each twice the one before (RFC 9002 §6.2.1). */
    @Override
    public Duration networkTime() {
        return Duration.ofSeconds(3);
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(5 * KB));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                downloadedFiles(),
                version(QUIC_V1),
                handshakes(1),
                handshakeCrypto(CHAIN_BYTES),
                amplification(),
                alpn(HQ_INTEROP));
    }
}
