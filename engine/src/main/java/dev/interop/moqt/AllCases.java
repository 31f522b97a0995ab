package dev.interop.moqt;

import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that a client knows, also beyond the contract, in one run against one relay. */
final class AllCases implements TestCase {
    @Override
    public String name() {
        return "all";
    }

    @Override
    public String letter() {
        return "*";
    }

    @Override
    public String description() {
        return "All test cases that the client knows, in one run";
    }

    @Override
    public String clientTestcase() {
        return "";
    }

    @Override
    public String serverTestcase() {
        return name();
    }

    @Override
    public List<TestFile> files() {
        return List.of();
    }

    @Override
    public Optional<String> scenario() {
        return Optional.empty();
    }

    /** The public runner's for a pair. */
    @Override
    public Duration limit() {
        return Duration.ofSeconds(120);
    }

    @Override
    public List<Check> checks() {
        return List.of();
    }
}
