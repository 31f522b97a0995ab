package dev.interop.history;

import dev.interop.verdict.Outcome;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A process that writes runs in two threads, a cell at a time, and compacts after each. */
final class HistoryWriters {
    private HistoryWriters() {}

    public static void main(String[] arguments) throws Exception {
        var store = HistoryStore.in(Path.of(arguments[0]));
        var first = Integer.parseInt(arguments[1]);
        var runs = Integer.parseInt(arguments[2]);
        var cells = Integer.parseInt(arguments[3]);
        var other = CompletableFuture.runAsync(() -> write(store, first + runs / 2, runs - runs / 2, cells));
        write(store, first, runs / 2, cells);
        // Throws what the other thread did.
        other.get();
    }

    private static void write(HistoryStore store, int first, int runs, int cells) {
        try {
            for (var day = first; day < first + runs; day++) {
                try (var writer = store.write(Histories.run(day))) {
                    for (var cell : IntStream.range(0, cells).boxed().toList()) {
                        writer.append(Histories.cell(day, "test" + cell, Outcome.SUCCEEDED));
                    }
                    writer.end();
                }
                store.compact();
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
