package dev.interop.cli;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.cli.RepeatedRun.Times;
import dev.interop.result.RunResult;
import dev.interop.testing.RunBuilder;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedRunTest {
    private static final SimpleTestCase H = new SimpleTestCase("H", "handshake");
    private static final SimpleTestCase R = new SimpleTestCase("R", "resumption");

    /** Of the first run. */
    private static final long SEED = 0xf;

    private final StringWriter text = new StringWriter();

    @Test
    void aCellThatIsRedOnceIsShownWithHowOftenAndWhy() {
        var green = run().build();
        var red = run().with(cell("quic-go", "kwik", "resumption").failed()).build();

        var results = repeated(green, red, green);

        assertThat(results).extracting(RunResult::seed).containsExactly(0xfL, 0x10L, 0x11L);
        assertThat(text)
                .hasToString("Repeat   1 of 3, seed 0xf\nRepeat   2 of 3, seed 0x10\nRepeat   3 of 3, seed 0x11\n"
                        + "\n3 runs, seeds 0xf to 0x11: 1 succeeded each time, 1 red, undecided or changing\n"
                        + "RED  GREY  CELL                        SEEDS  REASONS\n"
                        + "1/3  0/3   quic-go → kwik  resumption  0x10   " + reason(red) + "\n");
    }

    @Test
    void theSeedStaysTheSameWhereThatIsAskedFor() {
        var red = run().with(cell("quic-go", "kwik", "resumption").failed()).build();

        repeated(true, red, red, red);

        assertThat(text.toString())
                .contains("Repeat   3 of 3, seed 0xf\n")
                .contains("3 runs, seed 0xf: ")
                .contains("resumption  0xf    3× ");
    }

    @Test
    void theFirstSeedsOfManyFailuresAreNamed() {
        var red = run().with(cell("quic-go", "kwik", "resumption").failed()).build();

        repeated(red, red, red, red, red);

        assertThat(text.toString()).contains("resumption  0xf, 0x10, 0x11, 2 more  5× ");
    }

    @Test
    void harnessErrorsAreRedAndUndecidedCellsAreGrey() {
        var error = run().with(cell("quic-go", "kwik", "handshake")
                        .cameOut(Outcome.ERROR, ReasonCode.CHECKS_PASSED, "no image"))
                .build();
        var undecided = run().with(cell("quic-go", "kwik", "handshake")
                        .cameOut(Outcome.UNDECIDED, ReasonCode.CHECKS_PASSED, "no key log"))
                .build();

        repeated(error, undecided);

        assertThat(text.toString())
                .contains(
                        "1/2  1/2   quic-go → kwik  handshake  0xf, 0x10  1× error: no image; 1× undecided: no key log\n");
    }

    @Test
    void cellsThatAreUnsupportedEachTimeAreCountedOnly() {
        var unsupported = run().with(cell("quic-go", "kwik", "resumption")
                        .cameOut(Outcome.UNSUPPORTED, ReasonCode.CHECKS_PASSED, "127"))
                .build();

        repeated(unsupported, unsupported);

        assertThat(text.toString())
                .contains(": 1 succeeded each time, 1 unsupported each time, 0 red, undecided or changing\n")
                .doesNotContain("RED");
    }

    @Test
    void aRunThatBreaksOffDoesNotHideThoseBefore() {
        var red = run().with(cell("quic-go", "kwik", "resumption").failed()).build();
        var runs = List.of(red).iterator();

        assertThatThrownBy(() -> new RepeatedRun(new PrintWriter(text), new Times(2, false)).run(SEED, seed -> {
                    if (runs.hasNext()) {
                        return with(seed, runs.next());
                    }
                    throw new UserError("the engine is gone");
                }))
                .hasMessage("the engine is gone");

        assertThat(text.toString()).contains("1 runs, ").contains("1/1  0/1   quic-go → kwik  resumption");
    }

    @Test
    void oneRunIsNotCounted() {
        repeated(run().build());

        assertThat(text).hasToString("");
    }

    private List<RunResult> repeated(RunResult... results) {
        return repeated(false, results);
    }

    private List<RunResult> repeated(boolean sameSeed, RunResult... results) {
        Iterator<RunResult> each = List.of(results).iterator();
        return new RepeatedRun(new PrintWriter(text), new Times(results.length, sameSeed))
                .run(SEED, seed -> with(seed, each.next()));
    }

    private static RunResult with(long seed, RunResult run) {
        return new RunResult(run.axes(), run.cells(), run.started(), run.ended(), seed, run.target());
    }

    private static String reason(RunResult run) {
        return "1× failed: "
                + run.cells().stream()
                        .filter(it -> it.test().equals("resumption"))
                        .findFirst()
                        .orElseThrow()
                        .verdict()
                        .reason()
                        .text();
    }

    private static RunBuilder run() {
        return RunBuilder.run("quic-go", "kwik", H, R);
    }
}
