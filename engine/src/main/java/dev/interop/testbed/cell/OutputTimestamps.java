package dev.interop.testbed.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When a client's output came, to lay it beside a capture. Both go by this machine's clock. */
final class OutputTimestamps {
    /** More is a flood, whose times nobody needs. */
    private static final int MOST = 10_000;

    private final Clock clock;
    private final List<String> lines = new ArrayList<>();
    private long bytes;

    OutputTimestamps(Clock clock) {
        this.clock = clock;
    }

    /** So many more bytes have come. */
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
