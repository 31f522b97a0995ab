package dev.interop.check;

import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A test case that went well, of which only the packets are looked at once more.
 *
 * @param test the test case
 */
record Opening(TestCase test) implements TestCase {
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
    public Optional<String> scenario() {
        return test.scenario();
    }

    @Override
    public List<TestFile> files() {
        return test.files();
    }

    @Override
    public Duration limit() {
        return test.limit();
    }

    @Override
    public List<Check> checks() {
        return List.of(new SecretsOpenPackets());
    }
}
