package dev.interop.webtransport;

import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;

import dev.interop.protocol.RunnerTestCase;
import dev.interop.protocol.TestFile;
import dev.interop.recording.ContainerRole;
import dev.interop.verdict.Check;
import dev.interop.verdict.Explanation;
import java.util.List;
import java.util.stream.Stream;

/** Opens two sessions over one connection, and fetches files in each. No test case of the public runner needs two. */
final class SeveralSessions implements RunnerTestCase {
    private static final int SESSIONS = 2;
    private static final int FILES = 4;

    @Override
    public String name() {
        return "several-sessions";
    }

    @Override
    public String letter() {
        return "SS";
    }

    @Override
    public String description() {
        return "Files from the server to the client in two sessions over one connection";
    }

    /** Bidirectional streams are what most implementations have. */
    @Override
    public String clientTestcase() {
        return "transfer-bidirectional-receive";
    }

    @Override
    public String serverTestcase() {
        return SessionTransfer.SERVING;
    }

    @Override
    public List<TestFile> files() {
        return Stream.generate(() -> TestFile.ofSize(100 * TestFile.KB))
                .limit(FILES)
                .toList();
    }

    @Override
    public int folders() {
        return SESSIONS;
    }

    @Override
    public Explanation explanation() {
        return new SeveralSessionsExplanation(SESSIONS);
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(ContainerRole.CLIENT), handshakes(1));
    }
}
