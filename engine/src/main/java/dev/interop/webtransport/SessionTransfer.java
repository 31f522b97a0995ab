package dev.interop.webtransport;

import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;

import dev.interop.protocol.RunnerTestCase;
import dev.interop.protocol.TestFile;
import dev.interop.recording.ContainerRole;
import dev.interop.registry.Role;
import dev.interop.verdict.Check;
import dev.interop.verdict.Explanation;
import java.util.List;

/**
 * Transfers files from one endpoint of a session to the other, all at once.
 *
 * @param carrier what the files are transferred in
 * @param servedBy the role of the endpoint that has the files
 */
record SessionTransfer(Carrier carrier, Role servedBy) implements RunnerTestCase {
    /** The TESTCASE of the endpoint that has the files, for every carrier. */
    static final String SERVING = "transfer";

    /** The name says what the client does: receive or send. */
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
        return "Files from the " + servedBy.label() + " to the " + fetcher().label() + " in " + carrier.plural();
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
    public Explanation explanation() {
        return new SessionExplanation();
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(fetcher()), handshakes(1));
    }

    private ContainerRole fetcher() {
        return toClient() ? ContainerRole.CLIENT : ContainerRole.SERVER;
    }

    private boolean toClient() {
        return servedBy.equals(Role.SERVER);
    }
}
