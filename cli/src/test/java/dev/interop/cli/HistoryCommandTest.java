package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.history.CellDetails;
import dev.interop.history.CellEntry;
import dev.interop.history.CellKey;
import dev.interop.history.HistoryStore;
import dev.interop.history.RunEntry;
import dev.interop.result.CellStatus;
import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final String CELL = "quic/one_one/handshake";
    private static final String NETWORK = "simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25";
    private static final String REGISTRY = """
            {"version": "2.0", "implementations": {
              "one": {"quic": {"roles": ["client", "server"], "image": "x/one:1"}}}}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theRunsAreListedTheNewestFirst() {
        day(0, Outcome.SUCCEEDED);
        day(1, Outcome.FAILED);

        assertThat(command("history", "--history", folder.toString())).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "BEGAN                 CELLS  OUTCOMES     MATRIX  FOLDER",
                        "2026-11-24T02:00:00Z  1      1 failed             runs/1",
                        "2026-11-23T02:00:00Z  1      1 succeeded          runs/0",
                        "2 runs, 1 cells",
                        "History  " + folder);
    }

    @Test
    void flakyCellsAreListedWithHowOftenTheyFailed() {
        for (var number = 0; number < 20; number++) {
            day(number, number % 7 == 3 ? Outcome.FAILED : Outcome.SUCCEEDED);
        }

        assertThat(command("history", "--flaky", "--history", folder.toString()))
                .isZero();

        assertThat(out.toString().lines())
                .startsWith(
                        "FAILED  95 % INTERVAL  CELL                    LAST       ON",
                        "3/20    5 % to 36 %    quic/one_one/handshake  succeeded  2026-12-12T02:00:00Z",
                        "1 of 1 cells both passed and failed in their last 30 runs while nothing but the seed changed");
    }

    @Test
    void damageIsToldAndTheRestIsShown() throws IOException {
        day(0, Outcome.SUCCEEDED);
        Files.writeString(folder.resolve("x.1.jsonl"), "nonsense\n");

        assertThat(command("history", "--history", folder.toString())).isZero();

        assertThat(err.toString()).contains("x.1.jsonl:1: damaged, and left out");
        assertThat(out.toString()).contains("1 runs, 1 cells");
    }

    @Test
    void filesAreGatheredWhenAsked() {
        day(0, Outcome.SUCCEEDED);
        day(1, Outcome.SUCCEEDED);

        command("history", "--compact", "--history", folder.toString());

        assertThat(out.toString()).startsWith("Gathered 2 files into one").contains("2 runs, 1 cells");
        assertThat(folder).isDirectoryContaining("glob:**gathered-*.1.jsonl");
    }

    @Test
    void aWrongNumberIsRefused() {
        assertThat(command("history", "--last", "0", "--history", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--last '0': say a number from 1");
    }

    @Test
    void repeatingAndReusingExcludeEachOther() throws IOException {
        var registry =
                Files.writeString(folder.resolve("registry.json"), REGISTRY).toString();

        assertThat(command("run", "--repeat", "2", "--reuse", "7d", "--registry", registry))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--repeat runs every cell each time, and --reuse does not");
    }

    @Test
    void aRunThatIsNotRememberedIsRefusedBeforeAnythingIsBuilt() throws IOException {
        var registry =
                Files.writeString(folder.resolve("registry.json"), REGISTRY).toString();

        assertThat(command("run", "--changed-since", "2020", "--registry", registry, "--history", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("interop.changed.since '2020': the history has no such run");
        assertThat(command("run", "--within", "soon", "--registry", registry)).isEqualTo(2);
        assertThat(err.toString())
                .contains("interop.within: 'soon' is not understood; it takes number with s, m, h or d, such as 10m");
    }

    @Test
    void aPlanSaysHowLongItWouldTake() throws IOException {
        day(0, Outcome.SUCCEEDED);
        var registry =
                Files.writeString(folder.resolve("registry.json"), REGISTRY).toString();

        command("plan", "--registry", registry, "--tests", "handshake,retry", "--history", folder.toString());
        assertThat(out.toString())
                .endsWith("about 1 min 15 s on 2 lanes, by earlier runs of 1 of these cells; of the others, by their"
                        + " test cases%n".formatted());

        out.getBuffer().setLength(0);
        command("plan", "--registry", registry, "--tests", "handshake", "--json", "--history", folder.toString());
        assertThat(out.toString()).contains("\"seconds\":75,\"cellsRunBefore\":1");

        out.getBuffer().setLength(0);
        command("plan", "--registry", registry, "--tests", "handshake", "--history", "none");
        assertThat(out.toString()).doesNotContain("about");
    }

    private void day(int number, Outcome outcome) {
        var run = new RunEntry(MONDAY.plus(Duration.ofDays(number)), "", "build " + number, "runs/" + number);
        try (var writer = HistoryStore.in(folder).write(run)) {
            writer.append(new CellEntry(
                    run.name(),
                    new CellKey(CELL, NETWORK),
                    outcome,
                    false,
                    CellStatus.of(outcome),
                    false,
                    OptionalDouble.of(75),
                    OptionalLong.empty(),
                    Optional.of("same"),
                    CellDetails.NONE));
            writer.end();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int command(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
