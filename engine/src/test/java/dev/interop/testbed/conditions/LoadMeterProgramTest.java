package dev.interop.testbed.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the load meter prints of processes in a folder like {@code /proc}. */
@Timeout(20)
class LoadMeterProgramTest {
    private static final String CONTAINER = "0123456789abcdef".repeat(4);
    private static final String ALL_PROCESSORS = "3";
    private static final int OTHER = 0;
    private static final int IDLE = 5;

    @TempDir
    Path proc;

    @BeforeEach
    void machine() throws IOException {
        assumeThat(Path.of("/usr/bin/perl")).exists();
        write("stat", "cpu 0 0 0 0 0 0 0 0 0 0\n");
        write("self/status", "Cpus_allowed:\t" + ALL_PROCESSORS + "\n");
        write("40/cgroup", "0::/docker/" + CONTAINER + "\n");
        write("40/stat", stat(0, OTHER));
    }

    @Test
    void theLongestWaitOfAContainerIsThatOfOneThread() throws IOException {
        thread(40, 80, 4, 0, OTHER, ALL_PROCESSORS);
        thread(41, 60, 1, 0, OTHER, ALL_PROCESSORS);

        assertThat(sample()).isEqualTo("1 " + CONTAINER + " 140000000 10000000 60000000 5000000");
    }

    @Test
    void aThreadThatIsNiceWaitsByItself() throws IOException {
        thread(40, 80, 4, 0, OTHER, ALL_PROCESSORS);
        thread(41, 60, 1, 5, OTHER, ALL_PROCESSORS);
        thread(42, 70, 1, 0, IDLE, ALL_PROCESSORS);

        assertThat(sample()).isEqualTo("1 " + CONTAINER + " 210000000 15000000 20000000 10000000");
    }

    @Test
    void aThreadThatKeepsToOneProcessorWaitsByItself() throws IOException {
        thread(40, 80, 4, 0, OTHER, ALL_PROCESSORS);
        thread(41, 60, 1, 0, OTHER, "1");

        assertThat(sample()).isEqualTo("1 " + CONTAINER + " 140000000 10000000 20000000 5000000");
    }

    /** A thread that ran for 5 ms. */
    private void thread(int id, int waitedMillis, int times, int nice, int policy, String processors)
            throws IOException {
        var folder = "40/task/" + id + "/";
        write(folder + "schedstat", "5000000 %d000000 %d\n".formatted(waitedMillis, times));
        write(folder + "stat", stat(nice, policy));
        write(folder + "status", "Name:\tquic\nCpus_allowed:\t" + processors + "\n");
    }

    /** As in proc(5): the fields from the name to the policy. */
    private static String stat(int nice, int policy) {
        return "40 (a (name) S 1" + " 0".repeat(14) + " " + nice + " 0".repeat(21) + " " + policy + " 0\n";
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(proc.resolve(file).getParent());
        Files.writeString(proc.resolve(file), text);
    }

    private String sample() throws IOException {
        var program = proc.resolve("load-meter.pl");
        try (var resource = LoadMeter.class.getResourceAsStream("load-meter.pl")) {
            Files.copy(Optional.ofNullable(resource).orElseThrow(), program);
        }
        var meter = new ProcessBuilder("/usr/bin/perl", program.toString(), "1", proc.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(meter.getInputStream(), StandardCharsets.UTF_8))) {
            return output.readLine();
        } finally {
            // It ends with its input.
            meter.getOutputStream().close();
        }
    }
}
