package dev.interop.moqt;

import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A test case of the MoQT contract. The client runs it and reports points in TAP 14.
 *
 * @param letter as in {@link TestCase#letter()}
 * @param name as in {@link TestCase#name()}
 * @param description as in {@link TestCase#description()}
 * @param limit as in {@link TestCase#limit()}
 */
record MoqtTestCase(String letter, String name, String description, Duration limit) implements TestCase {
    @Override
    public String clientTestcase() {
        return name;
    }

    /** A relay serves all test cases alike. */
    @Override
    public String serverTestcase() {
        return name;
    }

    @Override
    public List<TestFile> files() {
        return List.of();
    }

    /** Client and relay meet directly. */
    @Override
    public Optional<String> scenario() {
        return Optional.empty();
    }

    @Override
    public List<Check> checks() {
        return List.of();
    }
}
