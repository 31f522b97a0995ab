package dev.interop.cli;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.cli.site.MarkdownDiff;
import dev.interop.cli.site.PastRun;
import dev.interop.cli.site.RunDiff;
import dev.interop.cli.site.StepSummary;
import dev.interop.expectation.ExpectationKind;
import dev.interop.expectation.ExpectationState;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of expectations on the command line, and known cells in what compares runs. */
class ExpectationsCommandTest {
    private final CellResult red = cell("a", "b", "t").failed().build();
    private final CellResult green = cell("a", "b", "u").build();

    @TempDir
    Path folder;

    @Test
    void anUpdateWritesTheCellsThatFailBesideTheRegistryAndSaysSo() throws IOException {
        var registry = Files.writeString(folder.resolve("implementations.json"), "{}");
        var run = run(red, green);

        var said = interop("expectations", "update", "--in", run.toString(), "--registry", registry.toString());

        var file = folder.resolve("expectations.yaml");
        assertThat(said)
                .contains("Added    known failing  quic/b_a/t: that; expected this")
                .contains("File     " + file + ": 1 added, 0 removed");
        assertThat(file).content().contains("client: a", "server: b", "test: t", "reason: \"that; expected this");
    }

    @Test
    void anUpdateTakesOutWhatPassesAndADryRunOnlySaysSo() throws IOException {
        var text = "known-failing:\n  # ours\n  - {client: a, test: u, reason: x}\n";
        var file = Files.writeString(folder.resolve("known.yaml"), text);
        var run = run(green);

        var said = interop(
                "expectations", "update", "--in", run.toString(), "--expectations", file.toString(), "--dry-run");
        assertThat(said).contains("Removed  " + file + ":3  (line 3): its cells pass", "Unwritten " + file);
        assertThat(file).hasContent(text);

        interop("expectations", "update", "--in", run.toString(), "--expectations", file.toString());
        assertThat(file).hasContent("known-failing:\n  # ours\n");
    }

    @Test
    void aKnownFailureIsNoNewOneInADiffAndAStaleEntryIsListed() {
        var known = cell("a", "b", "t")
                .failed()
                .known(ExpectationKind.FAILING, ExpectationState.MET)
                .build();
        var stale = cell("a", "b", "u")
                .known(ExpectationKind.FAILING, ExpectationState.STALE)
                .build();
        var before = PastRun.of(Instant.EPOCH, List.of(cell("a", "b", "t").build(), green));

        var diff = RunDiff.of(before, List.of(known, stale));

        assertThat(diff.broken()).isEmpty();
        assertThat(diff.other()).extracting(it -> it.now().test()).containsExactly("t");
        assertThat(diff.stale()).containsExactly(stale);
        assertThat(MarkdownDiff.text(diff, "x", "y"))
                .contains("1 other changes", "1 passed though known failing", "## Passed, known failing")
                .contains("known failing: known failing: a known bug")
                .contains("delete lines 4 to 7");
        assertThat(RunDiff.of(before, List.of(red)).broken()).hasSize(1);
    }

    @Test
    void aSummaryCountsKnownFailuresApart() {
        var known = cell("a", "b", "t")
                .failed()
                .known(ExpectationKind.FAILING, ExpectationState.MET)
                .build();

        assertThat(StepSummary.text(List.of(known, green)))
                .contains(
                        "1 succeeded, 1 known failing.", "| **a** | 1/2 |", "## Known failing\n\n- `quic/b_a/t`: known")
                .doesNotContain("✕", "## Why");
    }

    @Test
    void onlyFailuresThatAreNewsMakeTheExitCode() {
        var known = cell("a", "b", "t").failed();

        assertThat(ExitCode.of(List.of(known.build()))).isEqualTo(ExitCode.FAILED);
        assertThat(ExitCode.of(List.of(known.known(ExpectationKind.FAILING, ExpectationState.MET)
                        .build())))
                .isEqualTo(ExitCode.OK);
        assertThat(ExitCode.of(List.of(cell("a", "b", "t")
                        .known(ExpectationKind.FAILING, ExpectationState.STALE)
                        .build())))
                .isEqualTo(ExitCode.FAILED);
    }

    private Path run(CellResult... cells) throws IOException {
        var run = Files.createDirectories(folder.resolve("run"));
        try (var file = CellsJsonl.open(run.resolve("cells.jsonl"))) {
            for (var cell : cells) {
                file.append(cell);
            }
        }
        return run;
    }

    private static String interop(String... arguments) {
        var out = new StringWriter();
        var command = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        assertThat(command.execute(arguments)).as(out.toString()).isZero();
        return out.toString();
    }
}
