package dev.interop.cli.check;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A test case over a network that drops all packets, so that a client still runs at the time limit.
 *
 * @param test the test case that the endpoints are given
 * @param limit its limit
 */
record BlackholedTestCase(TestCase test, Duration limit) implements DelegatingTestCase {
    /** Longer than any client takes to start, shorter than any client waits for an answer. */
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(3);

    private static final String SCENARIO =
            "drop-rate --delay=15ms --bandwidth=10Mbps --queue=25 --rate_to_client=100" + " --rate_to_server=100";

    /** Creates it with a limit that adds up to three seconds with the protocol's grace. */
    static BlackholedTestCase in(Protocol protocol, TestCase test) {
        return new BlackholedTestCase(
                test, UNTIL_STOPPED.minus(protocol.contract().grace()));
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of(SCENARIO);
    }

    @Override
    public List<Check> checks() {
        return List.of();
    }
}
