package com.example.echo;

import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A test case of the echo protocol: its endpoints get its name in TESTCASE. */
record EchoTestCase(String name, String letter, String description, String network) implements TestCase {
    @Override
    public String clientTestcase() {
        return name;
    }

    @Override
    public String serverTestcase() {
        return name;
    }

    @Override
    public List<TestFile> files() {
        return List.of();
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of(network);
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(20);
    }

    @Override
    public List<Check> checks() {
        return List.of(new AnswerIsEcho());
    }
}
