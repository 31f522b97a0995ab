package dev.interop.webtransport;

import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;

import dev.interop.protocol.RunnerTestCase;
import dev.interop.protocol.TestFile;
import dev.interop.recording.ContainerRole;
import dev.interop.registry.Role;
import dev.interop.verdict.Check;
import java.util.List;

/**
 * Files from one side of a session to the other, all at once.
 *
 * @param carrier what carries them
 * @param servedBy the role of the side that has them
 */
record Transfer(Carrier carrier, Role servedBy) implements RunnerTestCase {
    /** What the side that has the files is asked for, whatever carries them. */
    private static final String SERVING = "transfer";

    /** Named from the client's point of view. */
    @Override
    public String name() {
        return SERVING + "-" + carrier.label() + (toClient() ? "-receive" : "-send");
    }

    @Override
    public String letter() {
        return carrier.letter() + (toClient() ? "R" : "S");
    }

    @Override
    public String description() {
        return "Files from the " + servedBy.label() + " to the " + fetching().label() + " in " + carrier.plural();
    }

    @Override
    public String clientTestcase() {
        return toClient() ? name() : SERVING;
    }

    @Override
    public String serverTestcase() {
        return toClient() ? SERVING : name();
    }

    @Override
    public List<TestFile> files() {
        return carrier.files();
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(fetching()), handshakes(1));
    }

    private ContainerRole fetching() {
        return toClient() ? ContainerRole.CLIENT : ContainerRole.SERVER;
    }

    private boolean toClient() {
        return servedBy.equals(Role.SERVER);
    }
}
