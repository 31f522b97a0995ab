package dev.interop.webtransport;

import static dev.interop.quic.Checks.handshakes;
import static dev.interop.webtransport.SessionChecks.negotiatedProtocol;

import dev.interop.protocol.RunnerTestCase;
import dev.interop.protocol.TestFile;
import dev.interop.recording.ContainerRole;
import dev.interop.verdict.Check;
import dev.interop.verdict.Explanation;
import java.util.List;

/** Opens a session and negotiates its application protocol. */
final class SessionHandshake implements RunnerTestCase {
    static final String NAME = "handshake";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String letter() {
        return "H";
    }

    @Override
    public String description() {
        return "A session and the negotiation of its application protocol";
    }

    @Override
    public String clientTestcase() {
        return NAME;
    }

    @Override
    public String serverTestcase() {
        return NAME;
    }

    @Override
    public List<TestFile> files() {
        return List.of();
    }

    @Override
    public Explanation explanation() {
        return new SessionExplanation();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                handshakes(1), negotiatedProtocol(ContainerRole.CLIENT), negotiatedProtocol(ContainerRole.SERVER));
    }
}
