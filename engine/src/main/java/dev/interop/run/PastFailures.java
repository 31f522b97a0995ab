package dev.interop.run;

import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.history.CellKey;
import dev.interop.history.FailureRate;
import dev.interop.history.History;
import dev.interop.history.HistoryStore;
import dev.interop.result.CellResult;
import dev.interop.storage.EarlierRuns;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Says how often a cell failed in the runs before, for its card. The history is read when the first cell asks. Not
 * thread-safe.
 */
@API(status = Status.INTERNAL)
public final class PastFailures {
    /** Older runs were of other versions. */
    private static final int LAST = 30;

    private final Optional<HistoryStore> store;
    private Optional<History> history = Optional.empty();

    private PastFailures(Optional<HistoryStore> store) {
        this.store = store;
    }

    /** Those in the history of these settings. */
    public static PastFailures of(Settings settings) {
        return new PastFailures(HistoryFolder.of(settings).map(HistoryStore::in));
    }

    /** A card without this line is better than no card. */
    private static History read(HistoryStore store) {
        try {
            return store.read();
        } catch (UserError unreadable) {
            return History.none();
        }
    }

    /** Those of an empty history. */
    public static PastFailures none() {
        return new PastFailures(Optional.empty());
    }

    /**
     * How often the cell failed before; empty if it never came to a verdict.
     *
     * @param run the folder of the cell's run; it and those after it do not count
     */
    public Optional<String> of(CellResult cell, Path run) {
        if (history.isEmpty()) {
            history = Optional.of(store.map(PastFailures::read).orElseGet(History::none));
        }
        var begun = EarlierRuns.begun(run).orElse(Instant.MAX);
        return history.map(it -> it.of(CellKey.of(cell)).stream()
                        .filter(entry -> it.run(entry).started().isBefore(begun))
                        .toList())
                .map(it -> FailureRate.of(it, LAST))
                .filter(it -> it.runs() > 0)
                .map(FailureRate::text);
    }
}
