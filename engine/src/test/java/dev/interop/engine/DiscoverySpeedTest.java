package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The benchmark of discovery, with the limits of docs/reference.md three times over, since a busy machine is slow. Its
 * figures are printed: {@code -Dtest=DiscoverySpeedTest -Dinterop.test.excluded=none}.
 */
@Tag("long")
class DiscoverySpeedTest {
    private static final Pattern FIGURES = Pattern.compile("cells=(\\d+) cold=(\\d+) warm=(\\d+)");

    @TempDir
    Path temp;

    @Test
    void aPublicMatrixIsDiscoveredAtOnce() throws Exception {
        var measured = measured(17, 24);

        assertThat(measured.cells).isEqualTo(17 * 17 * 24);
        assertThat(measured.cold).isLessThan(3 * 1000);
        assertThat(measured.warm).isLessThan(3 * 300);
    }

    @Test
    void halfAMillionCellsAreDiscoveredInSecondsIn512MiB() throws Exception {
        var measured = measured(100, 50);

        assertThat(measured.cells).isEqualTo(100 * 100 * 50);
        assertThat(measured.cold).isLessThan(3 * 3000);
    }

    private record Measured(long cells, long cold, long warm) {}

    private Measured measured(int implementations, int tests) throws Exception {
        var output = new BenchmarkProcess(temp)
                .output(
                        DiscoveryBenchmark.class,
                        tests,
                        DiscoveryBenchmark.registry(temp, implementations).toString(),
                        Integer.toString(tests));
        var figures = FIGURES.matcher(output);
        assertThat(figures.find()).as(output).isTrue();
        System.out.println(implementations + " x " + implementations + " x " + tests + ": " + figures.group());
        return new Measured(
                Long.parseLong(figures.group(1)), Long.parseLong(figures.group(2)), Long.parseLong(figures.group(3)));
    }
}
