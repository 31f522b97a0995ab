package dev.interop.report;

import dev.interop.recording.ContainerRole;
import dev.interop.result.CellResult;
import dev.interop.result.EarlierAttempt;
import dev.interop.result.RunResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Overload;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The conditions of a run, as lines of text: which images it ran with files of the user's machine in them, which cells were
 * run again and why, and whether the machine was overloaded.
 */
@API(status = Status.INTERNAL)
public final class ConditionLines {
    private static final int MOST_NAMED = 8;

    private ConditionLines() {}

    /** The lines; none after a run under good conditions. */
    public static List<String> of(RunResult run) {
        return Stream.of(mounted(run), reused(run), runAgain(run), overloaded(run))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> reused(RunResult run) {
        var reused = run.cells().stream().filter(it -> it.reused().isPresent()).toList();
        if (reused.isEmpty()) {
            return List.of();
        }
        var oldest = reused.stream()
                .flatMap(it -> it.reused().stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return List.of(
                "%s not run, since nothing that they depend on has changed: their results are of earlier runs, the oldest of %s"
                        .formatted(
                                reused.size() == 1 ? "1 cell was" : reused.size() + " cells were",
                                oldest.truncatedTo(ChronoUnit.SECONDS)));
    }

    private static List<String> mounted(RunResult run) {
        var files = new TreeMap<String, Set<String>>();
        for (var cell : run.cells()) {
            cell.containers()
                    .forEach((role, container) -> container
                            .mounted()
                            .forEach(it -> files.computeIfAbsent(
                                            role == ContainerRole.CLIENT ? cell.client() : cell.server(),
                                            name -> new TreeSet<>())
                                    .add(it.text())));
        }
        return files.entrySet().stream()
                .map(it -> "%s ran with files that are not its image's: %s"
                        .formatted(it.getKey(), String.join(", ", it.getValue())))
                .toList();
    }

    private static List<String> runAgain(RunResult run) {
        var byCode = new LinkedHashMap<String, List<CellResult>>();
        for (var cell : run.cells()) {
            cell.earlier().stream()
                    .filter(it -> !it.counts() && it.outcome() != Outcome.SKIPPED)
                    .map(EarlierAttempt::reason)
                    .map(it -> it.code().label())
                    .distinct()
                    .forEach(it -> byCode.computeIfAbsent(it, code -> new ArrayList<>())
                            .add(cell));
        }
        return byCode.entrySet().stream()
                .map(it -> "%s again because of '%s', and the last attempt counts: %s"
                        .formatted(ran(it.getValue().size()), it.getKey(), named(it.getValue())))
                .toList();
    }

    private static String ran(int cells) {
        return cells == 1 ? "1 cell ran" : cells + " cells ran";
    }

    private static List<String> overloaded(RunResult run) {
        var late = run.cells().stream()
                .filter(it -> it.conditions().flatMap(Overload::of).isPresent())
                .toList();
        if (late.isEmpty()) {
            return List.of();
        }
        var first = late.get(0);
        return List.of(("the machine was overloaded while %s; of those, passes stand and failures do not count."
                        + " Fewer lanes may help: %s (%s)%s")
                .formatted(
                        ran(late.size()),
                        FailureCard.title(first),
                        first.conditions().flatMap(Overload::of).orElseThrow(),
                        late.size() > 1 ? ", and " + named(late.subList(1, late.size())) : ""));
    }

    private static String named(List<CellResult> cells) {
        return cells.stream().limit(MOST_NAMED).map(FailureCard::title).collect(Collectors.joining("; "))
                + (cells.size() > MOST_NAMED ? "; …" : "");
    }
}
