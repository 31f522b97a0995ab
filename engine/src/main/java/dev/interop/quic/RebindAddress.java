package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.pathChallenge;
import static dev.interop.quic.Checks.pathResponses;
import static dev.interop.quic.Checks.severalClientAddresses;
import static dev.interop.quic.Checks.severalPaths;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.util.List;
import java.util.Optional;

/** Transfers a file while a NAT changes the client's address and port. */
final class RebindAddress implements QuicTestCase {
    private static final String SCENARIO =
            "rebind --delay=15ms --bandwidth=10Mbps --queue=25 --first-rebind=1s --rebind-freq=5s --rebind-addr";

    @Override
    public String name() {
        return "rebind-addr";
    }

    @Override
    public String letter() {
        return "BA";
    }

    @Override
    public String description() {
        return "A file while a NAT changes the client's address and port";
    }

    /** It takes ten seconds, and its packets are all dissected. */
    @Override
    public boolean runsByDefault() {
        return false;
    }

    @Override
    public String clientTestcase() {
        return "transfer";
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of(SCENARIO);
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(10 * MB));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                downloadedFiles(),
                version(QUIC_V1),
                handshakes(1),
                severalPaths(),
                severalClientAddresses(),
                pathChallenge(),
                pathResponses(),
                alpn(HQ_INTEROP));
    }
}
