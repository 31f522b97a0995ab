package dev.interop.check;

import dev.interop.protocol.CertificateChain;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.registry.Role;
import dev.interop.verdict.Check;
import dev.interop.verdict.Testimony;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A test case over a network that lets no packet pass, so that a client is still at it when its time is over.
 *
 * @param test the test case that it believes to be in
 * @param limit its limit
 */
record Stalled(TestCase test, Duration limit) implements TestCase {
    /** Longer than any client takes to begin, shorter than any waits for an answer. */
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(3);

    private static final String SCENARIO =
            "drop-rate --delay=15ms --bandwidth=10Mbps --queue=25 --rate_to_client=100" + " --rate_to_server=100";

    /** With the limit that comes to three seconds together with the protocol's grace. */
    static Stalled in(Protocol protocol, TestCase test) {
        return new Stalled(test, UNTIL_STOPPED.minus(protocol.contract().grace()));
    }

    @Override
    public String name() {
        return test.name();
    }

    @Override
    public String letter() {
        return test.letter();
    }

    @Override
    public String description() {
        return test.description();
    }

    @Override
    public String clientTestcase() {
        return test.clientTestcase();
    }

    @Override
    public String serverTestcase() {
        return test.serverTestcase();
    }

    @Override
    public List<TestFile> files() {
        return test.files();
    }

    @Override
    public Role servedBy() {
        return test.servedBy();
    }

    @Override
    public String authority() {
        return test.authority();
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of(SCENARIO);
    }

    @Override
    public CertificateChain certificate() {
        return test.certificate();
    }

    @Override
    public List<Check> checks() {
        return List.of();
    }

    @Override
    public Testimony testimony() {
        return test.testimony();
    }
}
