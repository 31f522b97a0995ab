package dev.interop.reuse;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.config.HistoryParameters;
import dev.interop.history.CellEntry;
import dev.interop.history.CellKey;
import dev.interop.history.History;
import dev.interop.history.RunEntry;
import dev.interop.plan.Cell;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the run of the history that a user names. */
@API(status = Status.INTERNAL)
public final class Baseline {
    private static final String LAST = "last";

    private Baseline() {}

    /**
     * The run of this name.
     *
     * @param name {@code last}, the beginning of the time at which a run began, or its folder
     * @param cells the cells that are to run; the last run is one that had at least half of them
     * @throws UserError when there is none
     */
    public static RunEntry named(String name, History history, List<Cell> cells) {
        var keys = cells.stream().map(CellKey::of).collect(Collectors.toSet());
        var byRun = history.byRun();
        var folder = Path.of(name).toAbsolutePath().normalize().toString();
        Predicate<RunEntry> isMeant = name.equals(LAST)
                ? it -> hasHalf(keys, byRun.get(it.name()))
                : it -> it.folder().equals(folder) || it.started().toString().startsWith(name);
        return history.runs().stream()
                .filter(isMeant)
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new UserError("%s '%s': the history has no such run; see the command history"
                        .formatted(HistoryParameters.CHANGED_SINCE.key(), Printable.of(name))));
    }

    private static boolean hasHalf(Set<CellKey> keys, List<CellEntry> cells) {
        return 2 * cells.stream().map(CellEntry::key).filter(keys::contains).count() >= keys.size();
    }
}
