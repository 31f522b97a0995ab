package dev.interop.cli.site;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.expectation.ExpectationKind;
import dev.interop.expectation.ExpectationState;
import dev.interop.history.CellEntry;
import dev.interop.history.CellKey;
import dev.interop.history.HistoryStore;
import dev.interop.history.RunEntry;
import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastRunsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final CellResult ONE = cell("a", "b", "one").build();
    private static final CellResult TWO = cell("a", "b", "two").build();
    private static final CellResult THREE = cell("a", "b", "three").build();

    @TempDir
    Path folder;

    @Test
    void aRunOfFewOfTheCellsIsNoRunToCompareWith() throws IOException {
        remembered(0, "", "nightly", ONE, TWO, THREE);
        remembered(1, "", "replay", ONE);
        remembered(9, "", "later", ONE, TWO, THREE);

        var past = PastRuns.before(now(2, "", ONE, TWO, THREE), store().read());

        assertThat(past).extracting(PastRun::started).containsExactly(MONDAY);
    }

    @Test
    void theRunsOfOneBuildAreOneRun() throws IOException {
        remembered(0, "a.OneTest", "build 1", ONE);
        remembered(1, "a.TwoTest", "build 1", TWO);

        var past = PastRuns.before(now(2, "", ONE, TWO), store().read());

        assertThat(past).singleElement().satisfies(it -> assertThat(it.cells()).containsOnlyKeys(ONE.id(), TWO.id()));
    }

    @Test
    void equalCellsOfTwoClassesAreTwoCells() throws IOException {
        remembered(0, "a.OneTest", "build 1", ONE);
        remembered(1, "a.OtherTest", "build 1", cell("a", "b", "one").failed().build());
        var now = MergedRun.of(List.of(stored(2, "a.OneTest", ONE), stored(3, "a.OtherTest", ONE)));

        var past = PastRuns.before(now, store().read());

        assertThat(past).singleElement().satisfies(it -> {
            assertThat(it.cells()).containsOnlyKeys("quic (OneTest)/b_a/one", "quic (OtherTest)/b_a/one");
            assertThat(it.outcome("quic (OneTest)/b_a/one")).hasValue(Outcome.SUCCEEDED);
            assertThat(it.outcome("quic (OtherTest)/b_a/one")).hasValue(Outcome.FAILED);
        });
    }

    @Test
    void theShardsOfAReportAreRememberedAsOneRunOnce() throws IOException {
        var shards = List.of(stored(0, "", ONE), stored(1, "", TWO));
        var run = MergedRun.of(shards);

        PastRuns.remember(store(), store().read(), shards, run.started());
        var files = count();
        PastRuns.remember(store(), store().read(), shards, run.started());

        assertThat(count()).isEqualTo(files);
        assertThat(PastRuns.before(now(5, "", ONE, TWO), store().read()))
                .singleElement()
                .satisfies(it -> assertThat(it.cells()).containsOnlyKeys(ONE.id(), TWO.id()));
    }

    @Test
    void aShardThatKnowsWhatItsResultsDependOnKeepsThat() throws IOException {
        var shard = stored(0, "", ONE);
        var entry = new RunEntry(shard.started(), "", "build", shard.folder().toString());
        try (var writer = HistoryStore.writeIn(Files.createDirectories(shard.folder()), entry)) {
            writer.append(CellEntry.of(entry, CellKey.of(ONE), ONE)
                    .dependingOn(java.util.Optional.of("digest"), java.util.OptionalLong.of(7)));
        }

        PastRuns.remember(store(), store().read(), List.of(shard), shard.started());

        assertThat(store().read().newest(CellKey.of(ONE)).orElseThrow().inputs())
                .hasValue("digest");
    }

    /** As after a run of the cells that changed: what passed before must not fail unseen. */
    @Test
    void whatTheNewestRunLeftOutIsComparedWithTheRunBefore() throws IOException {
        var leftOut = cell("a", "b", "one")
                .cameOut(Outcome.SKIPPED, ReasonCode.UNCHANGED, "unchanged")
                .build();
        remembered(0, "", "monday", ONE, TWO);
        remembered(1, "", "tuesday", leftOut, TWO);
        var broken = cell("a", "b", "one").failed().build();

        var past = PastRuns.before(now(2, "", broken, TWO), store().read());
        var diff = RunDiff.of(PastRuns.newest(past, it -> true).orElseThrow(), List.of(broken, TWO));

        assertThat(diff.broken()).extracting(it -> it.now().id()).containsExactly(ONE.id());
    }

    @Test
    void theHistoryKnowsThatAFailureWasNoNews() throws IOException {
        var known = cell("a", "b", "one")
                .failed()
                .known(ExpectationKind.FAILING, ExpectationState.MET)
                .build();
        remembered(0, "", "monday", known, TWO);
        var red = cell("a", "b", "one").failed().build();

        var past = PastRuns.before(now(1, "", red, TWO), store().read());

        assertThat(RunDiff.of(past.get(0), List.of(red, TWO)).broken())
                .extracting(it -> it.now().id())
                .containsExactly(ONE.id());
        assertThat(RunDiff.of(past.get(0), List.of(known, TWO)).isEmpty()).isTrue();
    }

    private long count() throws IOException {
        try (var files = Files.list(folder.resolve("history"))) {
            return files.count();
        }
    }

    private HistoryStore store() {
        return HistoryStore.in(folder.resolve("history"));
    }

    private void remembered(int day, String matrix, String build, CellResult... cells) throws IOException {
        var run = new RunEntry(MONDAY.plus(Duration.ofDays(day)), matrix, build, "");
        try (var writer = store().write(run)) {
            for (var it : cells) {
                writer.append(CellEntry.of(run, CellKey.of(it), it));
            }
            writer.end();
        }
    }

    private MergedRun now(int day, String matrix, CellResult... cells) {
        return MergedRun.of(List.of(stored(day, matrix, cells)));
    }

    private StoredRun stored(int day, String matrix, CellResult... cells) {
        return new StoredRun(
                folder.resolve("run" + day), matrix, MONDAY.plus(Duration.ofDays(day)), List.of(cells), Map.of());
    }
}
