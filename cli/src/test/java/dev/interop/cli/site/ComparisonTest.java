package dev.interop.cli.site;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Protocols;
import dev.interop.result.CellResult;
import dev.interop.result.EarlierAttempt;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));

    private final CellResult green = cell("a", "b", "t").build();
    private final CellResult red = cell("a", "b", "t").failed().build();
    private final CellResult notRun = cell("a", "b", "t")
            .cameOut(Outcome.SKIPPED, ReasonCode.CANCELLED, "cancelled")
            .build();

    @TempDir
    Path folder;

    @Test
    void aDiffListsNewFailuresFixedCellsNewCellsAndMissingCells() {
        var other = cell("c", "b", "t").failed().build();
        var before =
                PastRun.of(MONDAY, List.of(green, other, cell("x", "b", "t").build()));
        var diff = RunDiff.of(
                before,
                List.of(red, cell("c", "b", "t").build(), cell("n", "b", "t").build()));
        assertThat(diff.broken()).extracting(it -> it.now().client()).containsExactly("a");
        assertThat(diff.fixed()).extracting(it -> it.now().client()).containsExactly("c");
        assertThat(diff.added()).extracting(CellResult::client).containsExactly("n");
        assertThat(diff.gone()).containsExactly("quic/b_x/t");
        assertThat(MarkdownDiff.text(diff, "Monday", "<b>Tuesday</b>"))
                .startsWith("# &lt;b&gt;Tuesday&lt;/b&gt; compared with Monday\n")
                .contains("1 new failures, 1 fixed, 0 other changes, 1 new cells, 1 gone.");
    }

    @Test
    void aCellThatWasNotRunIsNoChange() {
        assertThat(RunDiff.of(PastRun.of(MONDAY, List.of(red)), List.of(notRun)).isEmpty())
                .isTrue();
        assertThat(RunDiff.of(PastRun.of(MONDAY, List.of(notRun)), List.of(red)).isEmpty())
                .isTrue();
    }

    @Test
    void aFlakyPassIsTold() {
        var flaky = cell("a", "b", "t")
                .build()
                .after(List.of(
                        new EarlierAttempt(Outcome.FAILED, green.verdict().reason(), "a", Optional.of("0x1"))));
        var diff = RunDiff.of(PastRun.of(MONDAY, List.of(green)), List.of(flaky));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(MarkdownDiff.text(diff, "Monday", "Tuesday"))
                .contains("Every cell came out as before.\n\n## Flaky\n\n- **");
    }

    @Test
    void cellsThatDidNotRunAreCounted() {
        var diff = RunDiff.of(PastRun.of(MONDAY, List.of(green)), List.of(notRun));

        assertThat(MarkdownDiff.text(diff, "Monday", "Tuesday"))
                .contains("Every cell that ran came out as before.\n\nNot run and so not compared: 1 cells.\n");
    }

    @Test
    void theFirstFailureOfACellIsFoundAmongTheRunsThatRanIt() {
        assertThat(FirstSeen.of(red, List.of(past(MONDAY, green), past(TUESDAY, notRun))))
                .hasValue("new in this run, succeeded before");
        assertThat(FirstSeen.of(red, List.of(past(MONDAY, green), past(TUESDAY, red), past(WEDNESDAY, red))))
                .hasValue("2026-11-24 02:00Z, 3 runs, succeeded before");
        assertThat(FirstSeen.of(red, List.of())).isEmpty();
        assertThat(FirstSeen.of(green, List.of(past(MONDAY, red)))).isEmpty();
    }

    @Test
    void ifTwoRunsHaveTheSameCellTheLaterRunCounts() {
        var merged = MergedRun.of(List.of(
                new StoredRun(folder.resolve("b"), "", TUESDAY, List.of(red), Map.of()),
                new StoredRun(folder.resolve("a"), "", MONDAY, List.of(green), Map.of())));
        assertThat(merged.started()).isEqualTo(MONDAY);
        assertThat(merged.results()).containsExactly(red);
    }

    @Test
    void aCellThatPassesOnlyWhenItIsRunAgainIsFlaky() {
        var merged = MergedRun.of(List.of(
                new StoredRun(folder.resolve("a"), "a.MatrixTest", MONDAY, List.of(red), Map.of()),
                new StoredRun(folder.resolve("b"), "a.MatrixTest", TUESDAY, List.of(green), Map.of())));
        assertThat(merged.flaky()).containsExactly(green);
        assertThat(StepSummary.flaky(merged.flaky())).contains("- `quic/b_a/t`");
        var cell =
                new SiteModel(merged, List.of(), Protocols.installed()).tree().at("/protocols/0/cells/0");
        assertThat(cell.path("earlier").asText()).isEqualTo("F");
        assertThat(cell.path("flaky").asBoolean()).isTrue();
    }

    @Test
    void aResultOfAnEarlierRunIsMarkedOnTheSiteAndInTheSummary() {
        var reused = green.reusedFrom(MONDAY);
        var merged = MergedRun.of(
                List.of(new StoredRun(folder.resolve("a"), "a.MatrixTest", TUESDAY, List.of(reused), Map.of())));

        var cell =
                new SiteModel(merged, List.of(), Protocols.installed()).tree().at("/protocols/0/cells/0");

        assertThat(cell.path("reused").asText()).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(StepSummary.text(List.of(reused, red)))
                .contains("; 1 of these results are of earlier runs, since nothing has changed.");
    }

    @Test
    void equalCellsOfTwoClassesAreShownInTwoMatrices() {
        var merged = MergedRun.of(List.of(
                new StoredRun(folder.resolve("a"), "a.MatrixTest", MONDAY, List.of(red), Map.of()),
                new StoredRun(folder.resolve("b"), "b.OtherTest", TUESDAY, List.of(green), Map.of())));
        assertThat(merged.flaky()).isEmpty();
        assertThat(merged.results())
                .extracting(it -> it.verdict().outcome())
                .containsExactly(Outcome.FAILED, Outcome.SUCCEEDED);
        assertThat(new SiteModel(merged, List.of(), Protocols.installed())
                        .tree()
                        .path("protocols"))
                .extracting(it -> it.path("title").asText())
                .containsExactly("QUIC (MatrixTest)", "QUIC (OtherTest)");
        assertThat(merged.results()).extracting(CellResult::protocol).containsOnly("quic");
        assertThat(StepSummary.text(merged.results())).contains("## quic (MatrixTest)", "## quic (OtherTest)");
    }

    @Test
    void thePageGetsEarlierRunsAsOneLetterPerCell() {
        var merged = MergedRun.of(List.of(new StoredRun(
                folder, "", WEDNESDAY, List.of(red, cell("n", "b", "t").build()), Map.of())));
        var tree = new SiteModel(merged, List.of(past(MONDAY, green)), Protocols.installed()).tree();
        var protocol = tree.path("protocols").get(0);
        assertThat(protocol.path("past").get(0).path("o").asText()).isEqualTo("S ");
        assertThat(protocol.path("cells").get(0).path("o").asText()).isEqualTo("F");
        assertThat(protocol.path("cells").get(0).path("since").asText()).isEqualTo("new in this run, succeeded before");
        assertThat(protocol.path("cells").get(1).has("why")).isFalse();
    }

    @Test
    void aSummaryNamesTheFailedCellsAndTheirReasons() {
        assertThat(StepSummary.text(List.of(red, cell("a", "b", "u").build())))
                .contains(
                        "1 succeeded, 1 failed.",
                        "| **a** | 1/2 ✕ t |",
                        "- 1 × the rule · RFC 9000 §1: that: `quic/b_a/t`");
    }

    private static PastRun past(Instant started, CellResult cell) {
        return PastRun.of(started, List.of(cell));
    }
}
