package dev.interop.tap.bench;

import dev.interop.tap.Tap;
import dev.interop.tap.TapOptions;
import dev.interop.tap.TapParser;
import dev.interop.tap.TapResult;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The parser alone, warm: what a megabyte of each kind takes. Whole processes are compared by {@code bench/compare.py}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParserBenchmark {

    private static final int MEGABYTE = 1_000_000;
    private static final String YAML = "message: 'no answer'\nseverity: fail\nfound:\n  - id: 7\n    state: closed\n";

    /** What the megabyte is made of. */
    @Param({"points", "yaml", "nested", "noise", "line"})
    public String input;

    private byte[] bytes;

    /** Makes the megabyte. */
    @Setup
    public void setUp() {
        StringBuilder text = new StringBuilder("TAP version 14\n");
        for (int number = 1; text.length() < MEGABYTE; number++) {
            text.append(
                    switch (input) {
                        case "points" -> "ok " + number + " - a case of the flat list of points\n";
                        case "yaml" -> "not ok " + number + "\n  ---\n" + YAML.indent(2) + "  ...\n";
                        case "nested" ->
                            "# Subtest: a\n    # Subtest: b\n        1..1\n        ok 1\n    ok 1 - b\n    1..1\nok "
                                    + number
                                    + " - a\n";
                        case "noise" -> "okay, packet " + number + " [debug] 1..x not # ok\n";
                        default -> "x".repeat(MEGABYTE);
                    });
        }
        bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Every event. */
    @Benchmark
    public TapResult events(Blackhole blackhole) {
        TapParser parser = new TapParser(TapOptions.lenient(), blackhole::consume);
        parser.feed(bytes);
        return parser.finish();
    }

    /** The document. */
    @Benchmark
    public Object document() {
        return Tap.document(new String(bytes, StandardCharsets.UTF_8), TapOptions.lenient());
    }
}
