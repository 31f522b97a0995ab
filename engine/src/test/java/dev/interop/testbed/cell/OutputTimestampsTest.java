package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTimestampsTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T18:00:00.000123456Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void eachLineHasTheNumberOfBytesUpToItsTime() throws IOException {
        var arrivals = new OutputTimestamps(clock);
        arrivals.came(15);
        arrivals.came(7);
        arrivals.write(folder.resolve("times"));

        assertThat(folder.resolve("times")).hasContent("15 1795543200000123\n22 1795543200000123\n");
    }

    @Test
    void theTimesOfAFloodAreLimited() throws IOException {
        var arrivals = new OutputTimestamps(clock);
        for (int i = 0; i < 100_000; i++) {
            arrivals.came(1);
        }
        arrivals.write(folder.resolve("times"));

        assertThat(Files.readAllLines(folder.resolve("times"))).hasSize(10_000);
    }
}
