package dev.interop.history;

import dev.interop.result.CellStatus;
import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Runs and cells of a history, one run a day. */
public final class Histories {
    private static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");

    private Histories() {}

    /** The run of this day, from 1. */
    public static RunEntry run(int day) {
        return new RunEntry(FIRST.plus(Duration.ofDays(day - 1)), "", "build " + day, "runs/" + day);
    }

    /** A cell of the run of this day, which took a second, with the same inputs every day. */
    public static CellEntry cell(int day, String test, Outcome outcome) {
        return cell(day, test, outcome, 1, "same");
    }

    /** A cell of the run of this day. */
    public static CellEntry cell(int day, String test, Outcome outcome, double seconds, String inputs) {
        return new CellEntry(
                run(day).name(),
                key(test),
                outcome,
                false,
                CellStatus.of(outcome),
                false,
                outcome == Outcome.SKIPPED ? OptionalDouble.empty() : OptionalDouble.of(seconds),
                OptionalLong.empty(),
                Optional.of(inputs),
                CellDetails.NONE);
    }

    /** The key of a cell in this test case. */
    public static CellKey key(String test) {
        return new CellKey("quic/server_client/" + test, "simple-p2p");
    }

    /** Writes a day's run. */
    public static void write(Path folder, int day, CellEntry... cells) {
        try (var writer = HistoryStore.in(folder).write(run(day))) {
            for (var cell : cells) {
                writer.append(cell);
            }
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
