package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.history.History;
import dev.interop.history.HistoryStore;
import dev.interop.run.HistoryFolder;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * The history that a command reads.
 *
 * @param store where it is; empty if nothing is remembered
 * @param runs what is in it
 */
record UserHistory(Optional<HistoryStore> store, History runs) {
    /**
     * Reads the history of these settings, and tells what is damaged.
     *
     * @throws UserError when the folder cannot be read
     */
    static UserHistory of(Settings settings, PrintWriter err) {
        var store = store(settings);
        var runs = store.map(HistoryStore::read).orElseGet(History::none);
        runs.damage().forEach(it -> err.println("interop: " + Printable.of(it)));
        return new UserHistory(store, runs);
    }

    /** Where the history of these settings is; empty if nothing is remembered. */
    static Optional<HistoryStore> store(Settings settings) {
        return HistoryFolder.of(settings).map(HistoryStore::in);
    }
}
