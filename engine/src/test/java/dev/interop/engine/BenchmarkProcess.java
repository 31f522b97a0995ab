package dev.interop.engine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A benchmark in a JVM of its own with a heap of 512 MiB, and with as many test cases of QUIC as wanted. */
final class BenchmarkProcess {
    private final Path folder;

    /** @param folder of the test; further test cases are announced in it */
    BenchmarkProcess(Path folder) {
        this.folder = folder;
    }

    /** Runs the benchmark and returns what it printed. */
    String output(Class<?> benchmark, int tests, String... arguments) throws IOException, InterruptedException {
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve("dev.interop.protocol.TestCaseProvider"),
                DiscoveryBenchmark.FurtherTestCases.class.getName());
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-D" + DiscoveryBenchmark.FurtherTestCases.COUNT + "=" + tests,
                "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"),
                benchmark.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
