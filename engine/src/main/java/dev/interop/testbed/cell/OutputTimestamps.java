package dev.interop.testbed.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The arrival times of a client's output, for comparison with a capture. Both use this machine's clock. */
final class OutputTimestamps {
    /** The most times that are kept; a client that writes more often floods its output. */
    private static final int MOST = 10_000;

    private final Clock clock;
    private final List<String> lines = new ArrayList<>();
    private long bytes;

    OutputTimestamps(Clock clock) {
        this.clock = clock;
    }

    /** Notes the arrival of bytes. */
    synchronized void came(int more) {
        bytes += more;
        if (lines.size() < MOST) {
            lines.add(bytes + " " + ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        }
    }

    /** Writes a line for each time: the bytes that had come by then, and microseconds since the epoch. */
    synchronized void write(Path file) throws IOException {
        Files.write(file, lines);
    }
}
