package dev.interop.verdict;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.testing.VerdictAssert.assertThat;
import static dev.interop.verdict.KnownChecks.judge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.recording.ContainerRole;
import dev.interop.testing.RecordingBuilder;
import dev.interop.verdict.KnownChecks.CheckWithFinding;
import dev.interop.verdict.KnownChecks.CheckWithKeys;
import dev.interop.verdict.KnownChecks.CheckWithoutTrace;
import dev.interop.verdict.KnownChecks.FailingCheck;
import dev.interop.verdict.KnownChecks.NullCheck;
import dev.interop.verdict.KnownChecks.PassingCheck;
import dev.interop.verdict.KnownChecks.ThrowingCheck;
import dev.interop.verdict.Verdict.Checked;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdict that the results of checks make. */
class JudgeTest {
    @TempDir
    Path folder;

    @Test
    void exitCode0AloneProvesNothing() {
        assertThat(judge(cell(), new FailingCheck())).failed().because("that");
    }

    @Test
    void aCellSucceedsIfEveryCheckPasses() {
        assertThat(judge(cell(), new PassingCheck(), new PassingCheck())).succeeded();
    }

    @Test
    void aCheckThatCannotBeMadeLeavesACellUndecided() {
        assertThat(judge(cell(), new PassingCheck(), new CheckWithoutTrace())).undecided(ReasonCode.NO_TRACE);
        assertThat(judge(cell(), new CheckWithKeys())).undecided(ReasonCode.NO_KEYLOG);
    }

    @Test
    void aCheckThatReturnsNullMakesTheCellAnError() {
        var verdict = judge(cell(), new PassingCheck(), new NullCheck());

        assertThat(verdict).error(ReasonCode.HARNESS);
        assertThat(verdict.reason().text()).contains(NullCheck.class.getName() + " ('void') returned null");
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void aCheckThatThrowsMakesTheCellAnError(Throwable thrown) {
        var verdict = judge(cell(), new PassingCheck(), new ThrowingCheck(thrown));

        assertThat(verdict).error(ReasonCode.HARNESS);
        assertThat(verdict.reason().text())
                .contains(ThrowingCheck.class.getName() + " ('faulty') failed: "
                        + thrown.getClass().getName());
        assertThat(judge().judge(
                                cell().build(),
                                List.of(new ThrowingCheck(thrown)),
                                it -> Optional.of(new ReportedOutcome(
                                        Outcome.SUCCEEDED,
                                        new Reason(ReasonCode.CLAIMED, "claimed"),
                                        List.of(),
                                        1,
                                        List.of()))))
                .error(ReasonCode.HARNESS);
    }

    @Test
    void aCheckThatThrowsHidesNoFailure() {
        var broken = new ThrowingCheck(new IllegalStateException("boom"));

        var byACheck = judge(cell(), broken, new FailingCheck());
        assertThat(byACheck).failed().because("that");
        assertThat(byACheck.checks())
                .element(0)
                .satisfies(it -> assertThat(it.result())
                        .isInstanceOfSatisfying(
                                CheckResult.Undecided.class,
                                undecided -> assertThat(undecided.reason().text())
                                        .contains("('faulty') failed: java.lang.IllegalStateException: boom")));
        assertThat(judge(cell().exited(ContainerRole.CLIENT, 1), broken)).failed(ReasonCode.CLIENT_FAILED);
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                new IllegalStateException("boom"),
                new NoSuchMethodError("gone\nfor ever"),
                new AssertionError("no"),
                new StackOverflowError("deep"));
    }

    @Test
    void anErrorOfTheUserOrACancelIsNoFaultOfACheck() {
        var full = new UserError("the disk is full");
        var cancelled = new CancellationException("cancelled");

        assertThatThrownBy(() -> judge(cell(), new ThrowingCheck(full))).isSameAs(full);
        assertThatThrownBy(() -> judge(cell(), new ThrowingCheck(cancelled))).isSameAs(cancelled);
    }

    @Test
    void aBrokenRulePrevailsOverAnUndecidedCheck() {
        assertThat(judge(cell(), new CheckWithoutTrace(), new FailingCheck())).failed();
    }

    @Test
    void aCheckThatNeedsKeysIsMadeIfThereIsAKeylog() {
        var cell = cell().file("server/keys.log", "SERVER_HANDSHAKE_TRAFFIC_SECRET aa bb\n");

        assertThat(judge(cell, new CheckWithKeys())).succeeded();
    }

    @Test
    void findingsWithAPacketPrecedeOtherFindings() {
        var verdict = judge(
                cell(),
                new CheckWithFinding("absent", Location.none()),
                new CheckWithFinding("first", Location.ofPacket("sim/trace_node_left.pcap", 9, 0.5)),
                new CheckWithFinding("in a log", Location.ofLine("client/stderr.log", 1)),
                new CheckWithFinding("second", Location.ofPacket("sim/trace_node_left.pcap", 3, 0.1)));

        assertThat(verdict).failed(ReasonCode.CHECK_FAILED).because("first");
        assertThat(verdict.findings())
                .extracting(Finding::seen)
                .containsExactly("first", "second", "absent", "in a log");
        assertThat(verdict.checks()).extracting(Checked::rule).startsWith("absent", "first");
    }

    private RecordingBuilder cell() {
        return recording(folder);
    }
}
