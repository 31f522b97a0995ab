package dev.interop.cli.site;

import dev.interop.UserError;
import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Several runs or shards merged into one. If several have the same cell, the run that began last counts, and the others
 * are its earlier attempts. Equal cells of different classes are different cells: if there are any, each class has a
 * matrix of its own, with the class in its cells' identity.
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
     * @param id its id in that run
     * @param earlier the outcomes of its earlier attempts, in order
     */
    public record Placed(CellResult cell, Path run, String id, List<Outcome> earlier) {
        public Placed {
            earlier = List.copyOf(earlier);
        }

        /** Whether it passed only when it was run again. */
        public boolean isFlaky() {
            return cell.verdict().outcome() == Outcome.SUCCEEDED
                    && earlier.stream().anyMatch(Set.of(Outcome.FAILED, Outcome.ERROR)::contains);
        }
    }

    /**
     * Merges runs.
     *
     * @throws UserError when none of them has a cell
     */
    public static MergedRun of(Collection<StoredRun> runs) {
        var inOrder =
                runs.stream().sorted(Comparator.comparing(StoredRun::started)).toList();
        var names = names(inOrder);
        var cells = new LinkedHashMap<String, Placed>();
        var urls = new HashMap<String, String>();
        for (var run : inOrder) {
            for (var it : run.cells()) {
                var cell = named(it, Optional.ofNullable(names.get(run.matrix())));
                var earlier = new ArrayList<Outcome>();
                Optional.ofNullable(cells.get(cell.id())).ifPresent(before -> {
                    earlier.addAll(before.earlier());
                    earlier.add(before.cell().verdict().outcome());
                });
                cells.put(cell.id(), new Placed(cell, run.folder(), it.id(), earlier));
            }
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

    /** Class → the name that its matrix is told by; empty if no two classes have the same cell. */
    private static Map<String, String> names(List<StoredRun> runs) {
        var owners = new HashMap<String, String>();
        var isShared = runs.stream()
                .anyMatch(run -> run.cells().stream()
                        .map(it -> Optional.ofNullable(owners.putIfAbsent(it.id(), run.matrix())))
                        .flatMap(Optional::stream)
                        .anyMatch(it -> !it.equals(run.matrix())));
        if (!isShared) {
            return Map.of();
        }
        var classes = runs.stream().map(StoredRun::matrix).collect(Collectors.toCollection(java.util.TreeSet::new));
        var simple = new HashSet<String>();
        var areUnique = classes.stream().allMatch(it -> simple.add(simpleName(it)));
        return classes.stream().collect(Collectors.toMap(it -> it, it -> areUnique ? simpleName(it) : it));
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static CellResult named(CellResult it, Optional<String> matrix) {
        return matrix.map(name -> it.as(it.cell().in(name))).orElse(it);
    }

    /** The cells alone. */
    public List<CellResult> results() {
        return cells.values().stream().map(Placed::cell).toList();
    }

    /** The cells that passed only when they were run again. */
    public List<CellResult> flaky() {
        return cells.values().stream().filter(Placed::isFlaky).map(Placed::cell).toList();
    }
}
