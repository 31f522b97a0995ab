package dev.interop.verdict;

import dev.interop.recording.ContainerRole;
import dev.interop.testing.RecordingBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The search of a log of the largest size for the line that tells what went wrong, where there is none to be found. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class LogsBenchmark {

    /** What the log is made of; the last three are what patterns with a repetition in front take long for. */
    @Param({"lines", "noise", "word", "almost", "unsupported"})
    public String input;

    private Path folder;
    private Logs logs;

    /** Writes the log. */
    @Setup
    public void setUp() throws IOException {
        folder = Files.createTempDirectory("logs");
        var recording = RecordingBuilder.recording(folder).build();
        Files.createDirectories(recording.stderr(ContainerRole.CLIENT).getParent());
        Files.write(recording.stderr(ContainerRole.CLIENT), bytes((int) LogFile.LARGEST));
        logs = new Logs(recording, ContainerRole.CLIENT);
    }

    private byte[] bytes(int size) {
        if (input.equals("noise")) {
            var noise = new byte[size];
            new Random(7).nextBytes(noise);
            return noise;
        }
        var part =
                switch (input) {
                    case "lines" -> "sent packet 17\n";
                    case "word" -> "ErrorError_x";
                    case "almost" -> "errors fail_ timeouts not foundx\n";
                    default -> "server x did not answer within\n";
                };
        return part.repeat(size / part.length()).getBytes(StandardCharsets.US_ASCII);
    }

    /** The line that reports a problem. */
    @Benchmark
    public Optional<LogLine> problem() {
        return logs.problem();
    }

    /** The line in which a simulator reports that the server did not answer. */
    @Benchmark
    public Optional<LogLine> silentServer() {
        return logs.silentServer();
    }

    /** Removes the log. */
    @TearDown
    public void tearDown() throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(it -> {
                try {
                    Files.delete(it);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
