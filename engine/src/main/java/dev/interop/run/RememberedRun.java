package dev.interop.run;

import dev.interop.NoteListener;
import dev.interop.history.CellEntry;
import dev.interop.history.CellKey;
import dev.interop.history.HistoryStore;
import dev.interop.history.RunEntry;
import dev.interop.history.RunWriter;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.reuse.CellInputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a run into the history, and its part of the history into its own folder, so that other machines can add it to
 * theirs. A history that cannot be written costs the run nothing but a note.
 */
final class RememberedRun implements RunListener {
    private final HistoryStore store;
    private final RunEntry run;
    private final CellInputs inputs;
    private final boolean isReused;
    private final NoteListener notes;
    private final List<RunWriter> writers = new ArrayList<>();

    /**
     * @param isReused whether later runs may reuse its results, which are kept as a whole then
     */
    RememberedRun(HistoryStore store, RunEntry run, CellInputs inputs, boolean isReused, NoteListener notes) {
        this.isReused = isReused;
        this.store = store;
        this.run = run;
        this.inputs = inputs;
        this.notes = notes;
        attempt(() -> {
            writers.add(store.write(run));
            writers.add(HistoryStore.writeIn(Path.of(run.folder()), run));
        });
    }

    @Override
    public void cellEnded(Cell cell, CellResult result) {
        attempt(() -> {
            if (writers.isEmpty()) {
                return;
            }
            var entry = entry(cell, result);
            for (var writer : writers) {
                writer.append(entry);
            }
        });
    }

    private CellEntry entry(Cell cell, CellResult result) {
        var entry = CellEntry.of(run, CellKey.of(cell), result)
                .dependingOn(inputs.of(cell, result), inputs.givenSeed(cell));
        // One that took several attempts would not come out the same again.
        var isReusable =
                isReused && entry.isSettled() && entry.ran() && result.earlier().isEmpty();
        return isReusable ? entry.with(CellsJsonl.line(result)) : entry;
    }

    @Override
    public void runEnded(RunResult result) {
        attempt(() -> {
            for (var writer : writers) {
                writer.end();
            }
            if (!writers.isEmpty()) {
                close();
                store.compactIfLarge();
            }
        });
    }

    @Override
    public void runBrokeOff(RunResult result) {
        close();
    }

    /** Something that writes files. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            notes.say("the history in %s cannot be written (%s): this run, or the rest of it, is not remembered"
                    .formatted(store.folder(), e.getMessage()));
            close();
        }
    }

    private void close() {
        for (var writer : writers) {
            try {
                writer.close();
            } catch (IOException e) {
                System.getLogger(RememberedRun.class.getName())
                        .log(System.Logger.Level.DEBUG, "the history's file cannot be closed: {0}", e.toString());
            }
        }
        writers.clear();
    }
}
