package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.Settings;
import dev.interop.history.CellDetails;
import dev.interop.history.CellEntry;
import dev.interop.history.CellKey;
import dev.interop.history.HistoryStore;
import dev.interop.history.RunEntry;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellStatus;
import dev.interop.result.EarlierAttempt;
import dev.interop.reuse.CellInputs;
import dev.interop.run.Matrix;
import dev.interop.run.MatrixRun;
import dev.interop.testing.CellBuilder;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says of cells that a run would not run: they take no time. */
class PlannedTimeTest {
    private static final Function<String, Optional<String>> IMAGES = it -> Optional.of("sha256:" + it);
    private static final Function<String, Optional<String>> BUILT_ANEW = it -> Optional.of("sha256:new " + it);

    @TempDir
    Path folder;

    @BeforeEach
    void aRunOfYesterday() throws IOException {
        Files.writeString(folder.resolve("registry.json"), """
                {"version": "2.0", "implementations": {
                  "one": {"quic": {"roles": ["client", "server"], "image": "x/one:1"}}}}
                """);
        var yesterday = new RunEntry(Instant.now().minus(1, ChronoUnit.DAYS), "", "build", "runs/1");
        var settings = settings(Map.of("interop.tests", "handshake,transfer"));
        var inputs = new CellInputs(settings, IMAGES, Map.of());
        try (var writer = HistoryStore.in(folder.resolve("history")).write(yesterday)) {
            for (var cell : plan(settings).cells()) {
                writer.append(entry(yesterday, cell, inputs));
            }
            writer.end();
        }
    }

    private static CellEntry entry(RunEntry run, Cell cell, CellInputs inputs) {
        var seconds = cell.test().name().equals("handshake") ? 20 : 40;
        var result = CellBuilder.cell("one", "one", cell.test().name()).build();
        return new CellEntry(
                        run.name(),
                        CellKey.of(cell),
                        Outcome.SUCCEEDED,
                        false,
                        CellStatus.SUCCEEDED,
                        false,
                        OptionalDouble.of(seconds),
                        OptionalLong.empty(),
                        inputs.of(cell),
                        CellDetails.NONE)
                .with(CellsJsonl.line(result));
    }

    @Test
    void everyCellTakesItsTimeUnlessEarlierResultsAreAskedFor() {
        assertThat(time(Map.of(), IMAGES)).isEqualTo("about 40 s on 2 lanes, by earlier runs of 2 of these cells");
    }

    @Test
    void cellsThatWouldBeReusedTakeNone() {
        assertThat(time(Map.of("interop.reuse", "7d"), IMAGES)).isEqualTo("nothing would run: 2 would be reused");
        assertThat(time(Map.of("interop.reuse", "7d", "interop.tests", "handshake,transfer,retry"), IMAGES))
                .isEqualTo("about 40 s on 2 lanes for 1 cell (2 would be reused), by earlier runs of 0 of these cells;"
                        + " of the others, by their test cases");
    }

    @Test
    void anotherImageOrAnAgeThatIsOverReusesNothing() {
        assertThat(time(Map.of("interop.reuse", "7d"), BUILT_ANEW)).startsWith("about 40 s on 2 lanes, ");
        assertThat(time(Map.of("interop.reuse", "1h"), IMAGES)).startsWith("about 40 s on 2 lanes, ");
    }

    @Test
    void cellsThatDidNotChangeTakeNone() {
        assertThat(time(Map.of("interop.changed.since", "last"), IMAGES))
                .isEqualTo("nothing would run: 2 skipped as unchanged");
    }

    @Test
    void aCellThatPassedOnlyAtItsSecondAttemptIsNotGreen() throws IOException {
        var settings = settings(Map.of("interop.tests", "handshake,transfer"));
        var inputs = new CellInputs(settings, IMAGES, Map.of());
        var today = new RunEntry(Instant.now(), "", "build", "runs/2");
        var lost =
                new EarlierAttempt(Outcome.FAILED, new Reason(ReasonCode.CHECK_FAILED, "lost"), "", Optional.of("0x1"));
        try (var writer = HistoryStore.in(folder.resolve("history")).write(today)) {
            for (var cell : plan(settings).cells()) {
                var name = cell.test().name();
                var result = CellBuilder.cell("one", "one", name);
                var entry = CellEntry.of(
                        today,
                        CellKey.of(cell),
                        name.equals("transfer") ? result.after(lost).build() : result.build());
                writer.append(entry.dependingOn(inputs.of(cell), OptionalLong.empty()));
            }
            writer.end();
        }

        assertThat(time(Map.of("interop.changed.since", "last"), IMAGES))
                .contains(" for 1 cell (1 skipped as unchanged)");
    }

    @Test
    void aTimeThatIsTooShortIsTold() {
        assertThat(time(Map.of("interop.within", "30s"), IMAGES)).endsWith("; what does not fit into 30 s is skipped");
        assertThat(time(Map.of("interop.within", "1m"), IMAGES)).doesNotContain("fit");
    }

    private String time(Map<String, String> parameters, Function<String, Optional<String>> images) {
        var all = new HashMap<>(Map.of("interop.tests", "handshake,transfer"));
        all.putAll(parameters);
        var settings = settings(all);
        var plan = plan(settings);
        var history = HistoryStore.in(folder.resolve("history")).read();
        return PlannedTime.of(plan, MatrixRun.choice(settings, plan, images), settings, history)
                .orElseThrow()
                .text();
    }

    private static Plan plan(Settings settings) {
        return Matrix.read(settings).plan();
    }

    private Settings settings(Map<String, String> parameters) {
        var all = new HashMap<>(parameters);
        all.put("interop.registry", folder.resolve("registry.json").toString());
        all.put("interop.history", folder.resolve("history").toString());
        return Settings.read(parameter -> Optional.ofNullable(all.get(parameter.key())));
    }
}
