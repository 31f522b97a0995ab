package dev.interop.verdict;

import com.sun.management.OperatingSystemMXBean;
import dev.interop.NoteListener;
import dev.interop.protocol.TestCase;
import dev.interop.quic.QuicProtocol;
import dev.interop.recording.Recording;
import dev.interop.recording.RecordingStore;
import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.tool.DockerToolContainer;
import dev.interop.testbed.tool.ToolContainer;
import dev.interop.trace.DissectionTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Judging a recorded transfer with keys, with tshark in its container. The system property {@code recording} names the
 * folder of a cell whose captures hold at least 40 MB; smaller transfers are their beginnings. Beside the time that passes,
 * it counts processor time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class JudgeBenchmark {
    /** The size of the capture in MB. */
    @Param({"1", "10", "40"})
    public int megabytes;

    /** Whose checks are made: those of transfer need the handshake, those of keyupdate all packets. */
    @Param({"transfer", "keyupdate"})
    public String test;

    private Path folder;
    private Recording recording;
    private TestCase testCase;
    private ToolContainer tools;
    private Judge judge;

    /** The processor time that judging takes, in milliseconds; JMH shows sums over the iterations. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Cpu {
        /** That of the Java process, with its compilation and collection of garbage. */
        public long javaMillis;
        /** That of the container with tshark. */
        public long tsharkMillis;

        /** Each judgement counts alone. */
        @Setup(Level.Iteration)
        public void reset() {
            javaMillis = 0;
            tsharkMillis = 0;
        }
    }

    /** Copies the beginning of the recording, and opens the container. */
    @Setup
    public void setUp() throws IOException {
        folder = Files.createTempDirectory("judged");
        copy(Path.of(System.getProperty("recording")), folder);
        recording = new RecordingStore().read(folder);
        cut(recording.clientTrace());
        cut(recording.serverTrace());
        testCase = new QuicProtocol().testCase(test).orElseThrow();
        tools = DockerToolContainer.open(
                "localhost/interop/tshark:local", "judge-benchmark", PullPolicy.NEVER, NoteListener.SILENT);
        judge = new Judge(
                (files, command, stdout) -> {
                    var exit = tools.run(files, command, stdout::read);
                    return new DissectionTool.Exit(exit.code(), exit.stderr());
                },
                Trust.WIRE);
    }

    /** Judges the recording. */
    @Benchmark
    public Verdict judge(Cpu cpu) throws IOException {
        var java = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long javaBefore = java.getProcessCpuTime();
        long tsharkBefore = containerMicros();
        var verdict = judge.judge(recording, testCase.checks(), testCase.reportSource());
        cpu.javaMillis += (java.getProcessCpuTime() - javaBefore) / 1_000_000;
        cpu.tsharkMillis += (containerMicros() - tsharkBefore) / 1_000;
        if (verdict.outcome() != Outcome.SUCCEEDED) {
            throw new IllegalStateException(verdict.reason().text());
        }
        return verdict;
    }

    /** What the container's processes have used so far. */
    private long containerMicros() throws IOException {
        var usage = new StringBuilder();
        var script = "if [ -e /sys/fs/cgroup/cpu.stat ]; then awk '$1 == \"usage_usec\" { print $2 }' /sys/fs/cgroup/cpu.stat;"
                + " else awk '{ printf \"%d\", $1 / 1000 }' /sys/fs/cgroup/cpuacct/cpuacct.usage; fi";
        tools.run(
                Map.of(),
                List.of("sh", "-c", script),
                it -> usage.append(new String(it.readAllBytes(), StandardCharsets.US_ASCII)));
        return Long.parseLong(usage.toString().strip());
    }

    /** Cuts a capture behind the frame with which it has its size. */
    private void cut(Path capture) throws IOException {
        long most = (long) megabytes << 20;
        var bytes = ByteBuffer.wrap(Files.readAllBytes(capture)).order(ByteOrder.LITTLE_ENDIAN);
        int fileHeader = 24;
        int recordHeader = 16;
        int end = fileHeader;
        while (end + recordHeader <= bytes.limit() && end < most) {
            end += recordHeader + bytes.getInt(end + 8);
        }
        Files.write(capture, Arrays.copyOf(bytes.array(), end));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Removes container and copy. */
    @TearDown
    public void tearDown() throws IOException {
        tools.close();
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
