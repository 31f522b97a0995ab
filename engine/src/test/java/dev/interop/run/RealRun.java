package dev.interop.run;

import dev.interop.config.Settings;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.result.CellResult;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs cells in real containers. Runs of several classes happen side by side; a cell that the machine was too busy for
 * runs once more.
 *
 * @param folder where the results go
 * @param settings the settings for a folder of results
 * @param listeners what hears of both runs
 */
record RealRun(Path folder, Function<Path, Settings> settings, List<RunListener> listeners) {
    /** A cell's result, and the folder that its {@link CellResult#logs} start from. */
    record Ended(CellResult result, Path out) {
        private boolean isOverloaded() {
            return result.verdict().reason().code().equals(ReasonCode.OVERLOADED);
        }
    }

    /** The verdict, but aborts the test if the machine was too busy for the cell, which then shows nothing. */
    static Verdict unlessOverloaded(Verdict verdict) {
        Assumptions.assumeFalse(
                verdict.reason().code().equals(ReasonCode.OVERLOADED),
                () -> verdict.reason().text());
        return verdict;
    }

    /** Runs the cells of the matrix that are to be kept; returns each one's end by its name. */
    Map<String, Ended> of(Predicate<Cell> kept) {
        var ends = once(folder.resolve("out"), kept);
        var overloaded = ends.entrySet().stream()
                .filter(it -> it.getValue().isOverloaded())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!overloaded.isEmpty()) {
            ends.putAll(once(folder.resolve("again"), it -> overloaded.contains(it.id())));
        }
        return ends;
    }

    private Map<String, Ended> once(Path out, Predicate<Cell> kept) {
        var settings = this.settings.apply(out);
        var plan = Matrix.read(settings).plan().only(kept);
        var ends = new LinkedHashMap<String, Ended>();
        try (var run = MatrixRun.open(settings, plan, listeners, DockerBackend::open)) {
            run.run().cells().forEach(it -> ends.put(it.id(), new Ended(it, out)));
        }
        return ends;
    }
}
