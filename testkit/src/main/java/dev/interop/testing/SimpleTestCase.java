package dev.interop.testing;

import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A test case without checks.
 *
 * @param letter as in {@link TestCase#letter()}
 * @param name as in {@link TestCase#name()}
 * @param description as in {@link TestCase#description()}
 * @param files as in {@link TestCase#files()}
 */
@API(status = Status.EXPERIMENTAL)
public record SimpleTestCase(String letter, String name, String description, List<TestFile> files) implements TestCase {
    /** Creates a test case with one small file. */
    public SimpleTestCase(String letter, String name, String description) {
        this(letter, name, description, List.of(TestFile.ofSize(TestFile.KB)));
    }

    /** Creates a test case with one small file and an arbitrary description. */
    public SimpleTestCase(String letter, String name) {
        this(letter, name, "About " + name + ".");
    }

    @Override
    public String clientTestcase() {
        return name;
    }

    @Override
    public String serverTestcase() {
        return name;
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of("simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25");
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(60);
    }

    @Override
    public List<Check> checks() {
        return List.of();
    }
}
