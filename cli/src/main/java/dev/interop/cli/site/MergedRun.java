package dev.interop.cli.site;

import dev.interop.UserError;
import dev.interop.result.CellResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Several runs or shards merged into one. If several have the same cell, the run that began last counts.
 *
 * @param started when the first of them began
 * @param cells every cell with the folder of its run
 * @param urls implementation → its home page, if known
 */
@API(status = Status.INTERNAL)
public record MergedRun(Instant started, Map<String, Placed> cells, Map<String, String> urls) {
    /**
     * A cell and the folder of its run.
     *
     * @param cell the cell
     * @param run the run's folder
     */
    public record Placed(CellResult cell, Path run) {}

    /**
     * Merges runs.
     *
     * @throws UserError when none of them has a cell
     */
    public static MergedRun of(Collection<StoredRun> runs) {
        var inOrder =
                runs.stream().sorted(Comparator.comparing(StoredRun::started)).toList();
        var cells = new LinkedHashMap<String, Placed>();
        var urls = new HashMap<String, String>();
        for (var run : inOrder) {
            run.cells().forEach(it -> cells.put(it.id(), new Placed(it, run.folder())));
            urls.putAll(run.urls());
        }
        if (cells.isEmpty()) {
            throw new UserError("no cells in "
                    + String.join(
                            ", ",
                            runs.stream().map(it -> it.folder().toString()).toList())
                    + "; name the folder of a run");
        }
        return new MergedRun(inOrder.get(0).started(), cells, urls);
    }

    /** The cells alone. */
    public List<CellResult> results() {
        return cells.values().stream().map(Placed::cell).toList();
    }
}
