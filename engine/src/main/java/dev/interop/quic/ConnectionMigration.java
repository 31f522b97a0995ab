package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;
import static dev.interop.quic.Checks.newConnectionId;
import static dev.interop.quic.Checks.pathChallenge;
import static dev.interop.quic.Checks.pathResponses;
import static dev.interop.quic.Checks.severalPaths;

import dev.interop.verdict.Check;
import java.util.List;

/** Transfers a file while the client moves to the server's preferred address. */
final class ConnectionMigration implements FileTransfer {
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
    public String serverTestcase() {
        return "connectionmigration";
    }

    @Override
    public String authority() {
        return "server46:443";
    }

    @Override
    public long size() {
        return 2 * MB;
    }

    @Override
    public List<Check> ownChecks() {
        return List.of(severalPaths(), pathChallenge(), pathResponses(), newConnectionId());
    }
}
