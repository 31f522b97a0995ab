package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.history.CellEntry;
import dev.interop.history.HistoryStore;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whole runs leave in the history. */
class RememberedRunTest {
    private static final CellJudge RED = Conductors.judge(Outcome.FAILED, ReasonCode.CHECK_FAILED, "no");

    @TempDir
    Path folder;

    private RememberedRuns runs;

    @BeforeEach
    void begin() {
        runs = new RememberedRuns(folder);
    }

    @Test
    void eachRunLeavesItsCellsTheirDurationsAndInputs() {
        runs.run(Map.of());
        runs.judged(RED).run(Map.of());

        var history = runs.history();

        assertThat(history.runs()).hasSize(2);
        assertThat(history.keys())
                .hasSize(2)
                .allSatisfy(it -> assertThat(history.of(it))
                        .allSatisfy(entry -> assertThat(entry.seconds()).isPresent())
                        .extracting(CellEntry::outcome)
                        .containsExactly(Outcome.SUCCEEDED, Outcome.FAILED));
        assertThat(history.keys())
                .allSatisfy(it -> assertThat(history.of(it))
                        .extracting(CellEntry::inputs)
                        .doesNotContain(Optional.empty())
                        .containsOnly(history.of(it).get(0).inputs()));
    }

    @Test
    void theRunsFolderHasItsPartForOtherMachines() {
        runs.run(Map.of());

        assertThat(HistoryStore.runIn(runs.out(1)).byRun())
                .isEqualTo(runs.history().byRun());
    }

    @Test
    void withoutAFolderOfItsOwnTheHistoryOfARegistryIsInTheCaches() {
        runs.run(Map.of("interop.history", ""));

        var caches = folder.resolve("cache").resolve("history");
        assertThat(caches)
                .isDirectoryContaining(it -> !HistoryStore.in(it).read().runs().isEmpty());
    }

    @Test
    void noneMeansThatNothingIsRemembered() {
        runs.run(Map.of("interop.history", "none"));

        assertThat(folder.resolve("cache").resolve("history")).doesNotExist();
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(HistoryStore.runIn(runs.out(1)).runs()).isEmpty();
    }

    @Test
    void aHistoryThatCannotBeWrittenCostsANoteAndNoResult() throws IOException {
        Files.writeString(folder.resolve("history"), "a file");

        var result = runs.run(Map.of());

        assertThat(Conductors.outcomes(result)).containsOnly(Outcome.SUCCEEDED);
        assertThat(PastFailures.of(runs.settings(Map.of())).of(result.cells().get(0), runs.out(1)))
                .isEmpty();
        assertThat(runs.notes())
                .singleElement()
                .asString()
                .contains("the history in " + folder.resolve("history") + " cannot be written");
    }

    @Test
    void aCardSaysHowOftenItsCellFailedBefore() {
        runs.run(Map.of());
        runs.judged(RED).run(Map.of());
        var last = runs.judged(Conductors.GREEN).run(Map.of()).cells().get(0);
        var past = PastFailures.of(runs.settings(Map.of()));

        // The present run does not count.
        assertThat(past.of(last, runs.out(3))).hasValue("failed in 1 of 2 runs before (95 % interval: 9 % to 91 %)");
        assertThat(PastFailures.none().of(last, folder)).isEmpty();
    }
}
