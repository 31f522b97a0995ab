package dev.interop.tap.bench;

import dev.interop.tap.YamlContent;
import dev.interop.tap.yaml.SnakeYamlReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to parse the YAML of a diagnostic, which the parser leaves to who wants it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class YamlBenchmark {

    private static final String YAML = "message: 'no answer'\nseverity: fail\nfound:\n  - id: 7\n    state: closed\n";

    private final SnakeYamlReader reader = new SnakeYamlReader();

    /** Five lines. */
    @Benchmark
    public YamlContent diagnostic() {
        return reader.read(YAML);
    }
}
