package dev.interop.run;

import dev.interop.config.Settings;
import dev.interop.history.CellEntry;
import dev.interop.history.History;
import dev.interop.history.HistoryStore;
import dev.interop.listener.RunListener;
import dev.interop.plan.Plan;
import dev.interop.result.RunResult;
import dev.interop.testbed.Testbed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Whole runs without containers, one after the other, in folders of the test; they share a history. */
final class RememberedRuns {
    private final Path folder;
    private final List<String> notes = new ArrayList<>();
    private Plan plan = Samples.plan(List.of("a"), "one", "two");
    private FakeTestbed testbed = FakeTestbed.allEndWith(1, 0);
    private CellJudge judge = Conductors.GREEN;
    private int runs;

    RememberedRuns(Path folder) {
        this.folder = folder;
        try {
            Files.writeString(folder.resolve("registry.json"), "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RememberedRuns of(Plan other) {
        plan = other;
        return this;
    }

    RememberedRuns on(FakeTestbed other) {
        testbed = other;
        return this;
    }

    RememberedRuns judged(CellJudge other) {
        judge = other;
        return this;
    }

    /** Runs the plan with these parameters. */
    RunResult run(Map<String, String> parameters) {
        runs++;
        var listener = new RunListener() {
            @Override
            public void note(String line) {
                notes.add(line);
            }
        };
        try (var run = MatrixRun.open(
                settings(parameters), plan, List.of(listener), (settings, further) -> backend(testbed, judge))) {
            return run.run();
        }
    }

    Settings settings(Map<String, String> parameters) {
        var values = new HashMap<>(Map.of(
                "interop.registry", folder.resolve("registry.json").toString(),
                "interop.cache", folder.resolve("cache").toString(),
                "interop.history", folder.resolve("history").toString(),
                "interop.out", out(runs).toString(),
                "interop.probe", "false"));
        values.putAll(parameters);
        values.values().removeIf(String::isEmpty);
        return Settings.read(parameter -> Optional.ofNullable(values.get(parameter.key())));
    }

    /** The folder of the n-th run, from 1. */
    Path out(int number) {
        return folder.resolve("out" + number);
    }

    List<String> notes() {
        return notes;
    }

    /** The cells that ran so far, in order. */
    List<String> ran() {
        return testbed.ran();
    }

    History history() {
        return HistoryStore.in(folder.resolve("history")).read();
    }

    /** Writes the history anew, with altered cells. */
    void remember(UnaryOperator<CellEntry> altered) throws IOException {
        var history = history();
        var store = HistoryStore.in(folder.resolve("history"));
        try (var files = Files.list(store.folder())) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        for (var run : history.runs()) {
            try (var writer = store.write(run)) {
                for (var cell : history.byRun().get(run.name())) {
                    writer.append(altered.apply(cell));
                }
                writer.end();
            }
        }
    }

    private static RunBackend backend(Testbed testbed, CellJudge judge) {
        return new RunBackend() {
            @Override
            public Testbed testbed() {
                return testbed;
            }

            @Override
            public CellJudge judge() {
                return judge;
            }

            @Override
            public void close() {}
        };
    }
}
