package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs of made-up cells, in sizes that double. Their figures are printed, as seconds/MiB of each part; how they grow is in
 * docs/testbed.md: {@code -Dtest=GrowthTest -Dinterop.test.excluded=none}.
 */
@Tag("long")
class GrowthTest {
    private static final int TESTS = 25;

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({"5, 5", "5, 10", "10, 10", "10, 20", "20, 20"})
    void aRunOfManyCellsFitsInto512MiB(int clients, int servers) throws Exception {
        var output = new BenchmarkProcess(temp)
                .output(
                        GrowthBenchmark.class,
                        TESTS + 3,
                        Files.createDirectories(temp.resolve("run")).toString(),
                        Integer.toString(clients),
                        Integer.toString(servers),
                        Integer.toString(TESTS));

        assertThat(output).contains("cells=" + clients * servers * TESTS + " ");
        System.out.println(
                output.lines().filter(it -> it.startsWith("cells=")).findFirst().orElseThrow());
    }
}
