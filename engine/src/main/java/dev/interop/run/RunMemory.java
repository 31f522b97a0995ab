package dev.interop.run;

import dev.interop.NoteListener;
import dev.interop.UserError;
import dev.interop.config.HistoryParameters;
import dev.interop.config.Settings;
import dev.interop.expectation.Expectations;
import dev.interop.history.History;
import dev.interop.history.HistoryStore;
import dev.interop.history.RunEntry;
import dev.interop.listener.RunListener;
import dev.interop.plan.Plan;
import dev.interop.reuse.Baseline;
import dev.interop.reuse.CellChoice;
import dev.interop.reuse.CellInputs;
import dev.interop.reuse.EarlierResults;
import dev.interop.storage.EarlierRuns;
import dev.interop.storage.RunFolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a run has of the history: earlier runs, if the user wants to make use of them, and a place for its own results. */
final class RunMemory {
    private final Settings.Memory settings;
    private final Expectations expectations;
    private final Optional<HistoryStore> store;
    private final Optional<Earlier> earlier;

    private RunMemory(
            Settings.Memory settings,
            Expectations expectations,
            Optional<HistoryStore> store,
            Optional<Earlier> earlier) {
        this.expectations = expectations;
        this.settings = settings;
        this.store = store;
        this.earlier = earlier;
    }

    /**
     * Earlier runs.
     *
     * @param history all of them
     * @param baseline the one since which cells have to have changed
     */
    private record Earlier(History history, Optional<RunEntry> baseline) {}

    /**
     * Reads what the settings ask for.
     *
     * @throws UserError when there is no history, or not the run that the user names
     */
    static RunMemory read(Settings settings, Plan plan) {
        var memory = settings.history();
        var store = HistoryFolder.of(settings).map(HistoryStore::in);
        var asking = asking(memory);
        if (asking.isPresent() && store.isEmpty()) {
            throw new UserError("%s: nothing is remembered of earlier runs; name a folder with %s"
                    .formatted(asking.get(), HistoryParameters.HISTORY.key()));
        }
        return new RunMemory(
                memory, plan.expectations(), store, asking.flatMap(it -> store).map(it -> {
                    var history = it.read();
                    return new Earlier(
                            history, memory.changedSince().map(run -> Baseline.named(run, history, plan.cells())));
                }));
    }

    /** The parameter that needs earlier runs, if one is given. */
    private static Optional<String> asking(Settings.Memory memory) {
        if (memory.reuse().isPresent()) {
            return Optional.of(HistoryParameters.REUSE.key());
        }
        if (memory.changedSince().isPresent()) {
            return Optional.of(HistoryParameters.CHANGED_SINCE.key());
        }
        return memory.within().map(it -> HistoryParameters.WITHIN.key());
    }

    /** What could not be read, in words for the user. */
    List<String> damage() {
        return earlier.map(it -> it.history().damage()).orElse(List.of());
    }

    /** Decides which cells run. */
    CellChoice choice(CellInputs inputs, Instant now) {
        return earlier.<CellChoice>map(
                        it -> new EarlierResults(settings, it.history(), inputs, now, expectations, it.baseline()))
                .orElse(CellChoice.ALL);
    }

    /** Remembers this run; empty if the user does not want it. */
    Optional<RunListener> writer(String matrix, RunFolder folder, CellInputs inputs, NoteListener notes) {
        var root = folder.root().toAbsolutePath().normalize();
        var reuses = settings.reuse().isPresent();
        return store.map(it -> new RememberedRun(
                it,
                new RunEntry(EarlierRuns.begun(root).orElseThrow(), matrix, EarlierRuns.build(root), root.toString()),
                inputs,
                reuses,
                notes));
    }
}
