package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.config.HistoryParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.history.CellEntry;
import dev.interop.history.FailureRate;
import dev.interop.history.FlakyCells;
import dev.interop.history.History;
import dev.interop.history.HistoryStore;
import dev.interop.history.RunEntry;
import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what is remembered of earlier runs. */
@Command(
        name = "history",
        description = "List the runs that are remembered, or the flaky cells among them. Runs nothing.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    @Option(
            names = "--flaky",
            description = "List the cells that both passed and failed while nothing but the seed changed, and how often"
                    + " they failed.")
    private boolean flaky;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "30",
            description = "How many runs to list, or to count of each cell (default: ${DEFAULT-VALUE}).")
    private int last;

    @Option(names = "--compact", description = "Gather the files of past runs into one, and leave out what is old.")
    private boolean compact;

    @Mixin
    private final ParameterOptions options =
            ParameterOptions.withoutBuilds(HistoryParameters.HISTORY, MatrixParameters.REGISTRY);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (last < 1) {
            throw new ParameterException(spec.commandLine(), "--last '%s': say a number from 1".formatted(last));
        }
        var out = spec.commandLine().getOut();
        var settings = options.settings();
        var store = UserHistory.store(settings)
                .orElseThrow(() -> new UserError("nothing is remembered here; name a folder with --history"));
        if (compact) {
            compact(store, out);
        }
        var history = UserHistory.of(settings, spec.commandLine().getErr()).runs();
        if (flaky) {
            flaky(history, out);
        } else {
            runs(history, out);
        }
        out.println("History  " + store.folder());
        out.flush();
        return ExitCode.OK;
    }

    private static void compact(HistoryStore store, PrintWriter out) {
        try {
            out.println("Gathered %s files into one".formatted(store.compact()));
        } catch (IOException e) {
            throw new UserError(
                            "%s: cannot be written (%s); free some space or name another folder with --history"
                                    .formatted(store.folder(), e.getMessage()),
                            e)
                    .ofEnvironment();
        }
    }

    private void runs(History history, PrintWriter out) {
        var all = history.runs();
        var byRun = history.byRun();
        var rows = new ArrayList<>(List.of(List.of("BEGAN", "CELLS", "OUTCOMES", "MATRIX", "FOLDER")));
        for (var i = all.size() - 1; i >= Math.max(0, all.size() - last); i--) {
            var run = all.get(i);
            var cells = byRun.get(run.name());
            rows.add(List.of(
                    run.started().toString(),
                    String.valueOf(cells.size()),
                    outcomes(cells),
                    run.matrix(),
                    run.folder()));
        }
        if (rows.size() > 1) {
            new TextTable(rows).print(out);
        }
        out.println("%s runs, %s cells".formatted(all.size(), history.keys().size()));
    }

    private static String outcomes(List<CellEntry> cells) {
        var flaky = cells.stream().filter(CellEntry::flaky).count();
        return Arrays.stream(Outcome.values())
                        .map(outcome -> count(cells, outcome) + " " + outcome.label())
                        .filter(it -> !it.startsWith("0 "))
                        .collect(Collectors.joining(", "))
                + (flaky == 0 ? "" : " (%s flaky)".formatted(flaky));
    }

    private static long count(List<CellEntry> cells, Outcome outcome) {
        return cells.stream().filter(it -> it.outcome() == outcome).count();
    }

    private void flaky(History history, PrintWriter out) {
        var found = FlakyCells.of(history, last);
        var rows = new ArrayList<>(List.of(List.of("FAILED", "95 % INTERVAL", "CELL", "LAST", "ON")));
        for (var it : found) {
            FailureRate rate = it.rate();
            RunEntry run = history.run(it.newest());
            rows.add(List.of(
                    rate.failed() + "/" + rate.runs(),
                    rate.interval(),
                    it.key().cell(),
                    it.newest().flaky() ? "flaky" : it.newest().outcome().label(),
                    run.started().truncatedTo(ChronoUnit.MINUTES).toString()));
        }
        if (!found.isEmpty()) {
            new TextTable(rows).print(out);
        }
        out.println("%s of %s cells both passed and failed in their last %s runs while nothing but the seed changed"
                .formatted(found.size(), history.keys().size(), last));
    }
}
