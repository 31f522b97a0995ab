package dev.interop.cli;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.ProtocolVersion;
import dev.interop.cli.site.MarkdownDiff;
import dev.interop.cli.site.PastRun;
import dev.interop.cli.site.RunDiff;
import dev.interop.cli.site.StepSummary;
import dev.interop.expectation.ExpectationKind;
import dev.interop.expectation.ExpectationState;
import dev.interop.plan.Axes;
import dev.interop.protocol.Protocols;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
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
    void theVersionThatTheRegistrySaysCountsAsInARun() throws IOException {
        var registry = Files.writeString(folder.resolve("implementations.json"), """
            {"version": "2.0", "implementations": {
              "a": {"version": "1.4", "quic": {"roles": ["client"], "image": "a:1"}},
              "b": {"quic": {"roles": ["server"], "image": "b:1"}}}}
            """);
        var file = Files.writeString(folder.resolve("expectations.yaml"), """
            known-failing:
              - {client: a, test: u, client-release: "<1.5", reason: x}
              - {client: a, test: u, client-release: "<1.3", reason: of older ones}
              - {client: a, test: t, client-release: "1.4", reason: y}
            """);

        var said = interop("expectations", "update", "--in", run(red, green).toString(), "--registry", registry + "");

        assertThat(said).contains("Removed  " + file + ":2", "0 added, 1 removed");
        assertThat(file).content().contains("of older ones", "reason: y").doesNotContain("<1.5");
    }

    @Test
    void noneIsNoFileThatCouldBeUpdated() throws IOException {
        var out = new StringWriter();
        var code = Main.commandLine()
                .setErr(new PrintWriter(out, true))
                .execute("expectations", "update", "--in", run(red).toString(), "--expectations", "none");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString())
                .isEqualToIgnoringNewLines("interop: --expectations none: there is no file to update; name one");
        assertThat(Path.of("none")).doesNotExist();
    }

    @Test
    void aRunIsNamedByItsFolderOrAsTheLastOne(@TempDir Path empty) {
        assertThat(NamedRun.folder(Optional.of("one"), empty)).isEqualTo(Path.of("one"));
        for (var last : List.of(Optional.of("last"), Optional.<String>empty())) {
            assertThatThrownBy(() -> NamedRun.folder(last, empty)).hasMessageContaining("no run below " + empty);
        }
    }

    @Test
    void theLastRunIsTheNewestOneInEveryCommand() {
        // With runs there the commands would do their work on them.
        Assumptions.assumeFalse(Files.exists(Path.of("target", "interop")), "this folder has runs");
        var none = "no run below " + Path.of("target", "interop");
        for (var command : List.of("expectations update", "card quic/b_a/t", "replay quic/b_a/t", "report")) {
            var out = new StringWriter();
            var words = new ArrayList<>(List.of(command.split(" ")));
            words.addAll(List.of("--in", "last"));

            Main.commandLine().setErr(new PrintWriter(out, true)).execute(words.toArray(String[]::new));

            assertThat(out.toString()).as(command).contains(none);
        }
    }

    @Test
    void aFailureThatIsNotKnownAnyMoreIsANewOneInADiff() throws IOException {
        var known = cell("a", "b", "t")
                .failed()
                .known(ExpectationKind.FAILING, ExpectationState.MET)
                .build();
        var expired = cell("a", "b", "t")
                .failed()
                .known(ExpectationKind.FAILING, ExpectationState.EXPIRED)
                .build();
        for (var now : List.of(red, expired)) {
            var diff = RunDiff.of(PastRun.of(Instant.EPOCH, List.of(known)), List.of(now));

            assertThat(diff.broken()).extracting(it -> it.now().test()).containsExactly("t");
            assertThat(MarkdownDiff.text(diff, "x", "y")).contains("1 new failures", "(was known failing)");
        }
        assertThat(RunDiff.of(PastRun.of(Instant.EPOCH, List.of(red)), List.of(known)))
                .satisfies(it -> assertThat(it.broken()).isEmpty())
                .satisfies(it -> assertThat(it.other()).hasSize(1));
        assertThat(RunDiff.of(PastRun.of(Instant.EPOCH, List.of(known)), List.of(known))
                        .isEmpty())
                .isTrue();
        var before = run("before", known);
        var after = run("after", red);
        assertThat(Main.commandLine()
                        .setOut(new PrintWriter(new StringWriter()))
                        .execute("diff", before.toString(), after.toString(), "--fail-on-new"))
                .isEqualTo(ExitCode.FAILED);
    }

    @Test
    void anEntryThatHasExpiredFailsARunAlsoWithoutACell() {
        var expired = cell("a", "b", "t")
                .known(ExpectationKind.FAILING, ExpectationState.EXPIRED)
                .build()
                .expected();
        var protocol = Protocols.installed().named("quic");
        var axes = new Axes(protocol, List.of(), List.of(), List.of());
        var none = Optional.<ProtocolVersion>empty();
        var passed = new RunResult(axes, List.of(green), Instant.EPOCH, Instant.EPOCH, 1, none);
        var stale = new RunResult(axes, List.of(green), Instant.EPOCH, Instant.EPOCH, 1, none, expired);

        assertThat(ExitCode.ofRuns(List.of(passed))).isEqualTo(ExitCode.OK);
        assertThat(ExitCode.ofRuns(List.of(passed, stale))).isEqualTo(ExitCode.FAILED);
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
        return run("run", cells);
    }

    private Path run(String name, CellResult... cells) throws IOException {
        var run = Files.createDirectories(folder.resolve(name));
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
