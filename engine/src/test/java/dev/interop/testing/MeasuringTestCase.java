package dev.interop.testing;

import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Measure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A test case that also measures; its evidence has no value. */
public record MeasuringTestCase(TestCase like) implements TestCase {
    @Override
    public Optional<Measure> measure() {
        return Optional.of(new Measure() {
            @Override
            public String unit() {
                return "kbps";
            }

            @Override
            public OptionalDouble value(Evidence evidence) {
                return OptionalDouble.empty();
            }
        });
    }

    @Override
    public String name() {
        return like.name();
    }

    @Override
    public String letter() {
        return like.letter();
    }

    @Override
    public String description() {
        return like.description();
    }

    @Override
    public String clientTestcase() {
        return like.clientTestcase();
    }

    @Override
    public String serverTestcase() {
        return like.serverTestcase();
    }

    @Override
    public List<TestFile> files() {
        return like.files();
    }

    @Override
    public Optional<String> scenario() {
        return like.scenario();
    }

    @Override
    public Duration limit() {
        return like.limit();
    }

    @Override
    public List<Check> checks() {
        return like.checks();
    }
}
