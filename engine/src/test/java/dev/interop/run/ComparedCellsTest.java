package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.expectation.Expectations;
import dev.interop.expectation.SeenCell;
import dev.interop.protocol.Report;
import dev.interop.result.CellStatus;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a result keeps of its client's report. */
class ComparedCellsTest {
    @TempDir
    Path folder;

    @Test
    void theReportedResultsThatPassedOrFailedAreKept() {
        var cell = Samples.plan(List.of("a"), "one").cells().get(0);
        var cells = new ComparedCells(Expectations.NONE, LocalDate.EPOCH);
        cells.cellReported(cell, new Report.Opened(List.of("outer")));
        cells.cellReported(cell, new Report.Result(List.of("outer", "inner"), Report.Status.PASSED, ""));
        cells.cellReported(cell, new Report.Result(List.of("other"), Report.Status.SKIPPED, ""));
        cells.cellReported(cell, new Report.Result(List.of("outer"), Report.Status.FAILED, ""));

        assertThat(cells.compared(cell, Results.notRun(cell, passed())).reported())
                .containsExactly(
                        new SeenCell.Part(List.of("outer", "inner"), true), new SeenCell.Part(List.of("outer"), false));
    }

    @Test
    void aReportOfTooLongNamesIsComparedAndNotKept() throws IOException {
        var file = Files.writeString(
                folder.resolve("expectations.yaml"), "known-failing:\n  - {subtest: short, reason: x}\n");
        var cell = Samples.plan(List.of("a"), "one").cells().get(0);
        var cells = new ComparedCells(Expectations.read(List.of(file)), LocalDate.EPOCH);
        cells.cellReported(cell, new Report.Result(List.of("short"), Report.Status.PASSED, ""));
        var half = "x".repeat(ComparedCells.MOST_CHARACTERS / 2);
        cells.cellReported(cell, new Report.Result(List.of(half, half), Report.Status.PASSED, ""));

        var result = cells.compared(cell, Results.notRun(cell, passed()));

        assertThat(result.reported()).isEmpty();
        assertThat(result.status()).isEqualTo(CellStatus.STALE);
    }

    private static Verdict passed() {
        return Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine");
    }
}
