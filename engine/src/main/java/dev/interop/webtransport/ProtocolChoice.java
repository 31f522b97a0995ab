package dev.interop.webtransport;

import static dev.interop.webtransport.SessionChecks.negotiatedProtocol;

import dev.interop.protocol.RunnerTestCase;
import dev.interop.protocol.TestFile;
import dev.interop.recording.ContainerRole;
import dev.interop.verdict.Check;
import dev.interop.verdict.Explanation;
import java.util.List;

/**
 * The handshake, of which only one endpoint's choice of the application protocol is checked.
 *
 * @param by the endpoint
 */
record ProtocolChoice(ContainerRole by) implements RunnerTestCase {
    private static final RunnerTestCase HANDSHAKE = new SessionHandshake();

    @Override
    public String name() {
        return "protocol-of-the-" + by.label();
    }

    @Override
    public String letter() {
        return "PC";
    }

    @Override
    public String description() {
        return "The application protocol that the " + by.label() + " writes down";
    }

    @Override
    public String clientTestcase() {
        return HANDSHAKE.clientTestcase();
    }

    @Override
    public String serverTestcase() {
        return HANDSHAKE.serverTestcase();
    }

    @Override
    public List<TestFile> files() {
        return HANDSHAKE.files();
    }

    @Override
    public Explanation explanation() {
        return HANDSHAKE.explanation();
    }

    @Override
    public List<Check> checks() {
        return List.of(negotiatedProtocol(by));
    }
}
