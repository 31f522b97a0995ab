package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.newConnectionId;
import static dev.interop.quic.Checks.pathChallenge;
import static dev.interop.quic.Checks.pathResponses;
import static dev.interop.quic.Checks.severalPaths;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.util.List;

/** Transfers a file while the client moves to the server's preferred address. */
final class ConnectionMigration implements QuicTestCase {
    @Override
    public String name() {
        return "connectionmigration";
    }

    @Override
    public String letter() {
        return "CM";
    }

    @Override
    public String description() {
        return "A file while the client moves to the server's preferred address";
    }

    /** Few servers have a preferred address. */
    @Override
    public boolean runsByDefault() {
        return false;
    }

    @Override
    public String clientTestcase() {
        return "transfer";
    }

    @Override
    public String serverTestcase() {
        return "connectionmigration";
    }

    @Override
    public String authority() {
        return "server46:443";
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(2 * MB));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                downloadedFiles(),
                version(QUIC_V1),
                handshakes(1),
                severalPaths(),
                pathChallenge(),
                pathResponses(),
                newConnectionId(),
                alpn(HQ_INTEROP));
    }
}
