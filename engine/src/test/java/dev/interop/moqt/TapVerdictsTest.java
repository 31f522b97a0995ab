package dev.interop.moqt;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.tap.TapReason;
import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.testing.RecordingBuilder;
import dev.interop.verdict.Judge;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluates a client's output and exit code without a capture, so that packets neither prove nor contradict it. */
class TapVerdictsTest {
    private static final String OK = "TAP version 14\n1..1\nok 1 - setup-only\n";

    @TempDir
    Path folder;

    @Test
    void aPassWithoutAKeylogIsClaimed() {
        var verdict = verdict(OK, 0);

        assertThat(verdict)
                .came(Outcome.SUCCEEDED, ReasonCode.CLAIMED)
                .reads("not proven: The client makes a QUIC connection");
        assertThat(verdict.claim()).hasValueSatisfying(it -> {
            assertThat(it.points()).isEqualTo(1);
            assertThat(it.proof()).contains(Proof.CLAIMED);
        });
    }

    /** A slash stands for a line break. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TAP version 14/1..1/not ok 1 - setup-only/                    | 1   | point-failed        | not ok 1 - setup-only",
                "TAP version 14/1..1/not ok 1 - setup-only/                    | 0   | wrong-exit-code     | exit code 0",
                "TAP version 14/1..1/ok 1 - setup-only/                        | 1   | wrong-exit-code     | exit code 1",
                "TAP version 14/1..1/ok 1 - setup-only/                        | 2   | wrong-exit-code     | exit code 2",
                "TAP version 14/1..1/ok 1 - setup-only/                        | 127 | wrong-exit-code     | exit code 127",
                "TAP version 14/1..1/Bail out! no relay/                       | 1   | bailed-out          | the client bailed out: no relay",
                "TAP version 14/1..2/ok 1 - setup-only/Bail out! it is gone/   | 0   | bailed-out          | it is gone",
                "TAP version 14/ok 1 - setup-only/                             | 0   | plan-missing        | plan",
                "TAP version 14/1..2/ok 1 - setup-only/                        | 0   | points-missing      | 2",
                "TAP version 14/1..2/ok 1 - setup-only/ok 1 - setup-only/      | 0   | report-invalid      | 1",
                "TAP version 14/1..1/ok 1 - announce-only/                     | 0   | case-missing        | announce-only",
                "a log line/another/                                           | 0   | report-missing      | no line of TAP",
                "a log line/another/                                           | 2   | report-missing      | no line of TAP",
                "TAP version 14/1..2/ok 1 - setup-only/not ok 2 - x/           | 1   | point-failed        | not ok 2 - x",
            })
    void eachKindOfWrongReportHasItsOwnReason(String output, int exit, String code, String seen) {
        assertThat(verdict(output.replace('/', '\n'), exit))
                .failed(new ReasonCode(code))
                .because(seen);
    }

    /** The lost part may have a bail-out or a point that is not ok. */
    @Test
    void aReportThatWasCutOffFails() {
        var client = moqt().stdout(ContainerRole.CLIENT, OK)
                .exited(ContainerRole.CLIENT, 0)
                .leftOut(ContainerRole.CLIENT, 17);

        assertThat(judge(client))
                .failed(TapReason.REPORT_INVALID)
                .because("a report that was cut off: its output was 17 bytes over the limit");
    }

    @Test
    void aFailureInASubtestOfAnOkPointFails() {
        var output =
                "TAP version 14\n# Subtest: setup-only\n    not ok 1 - closes\n    1..1\nok 1 - setup-only\n1..1\n";

        assertThat(verdict(output, 0))
                .failed(TapReason.REPORT_INVALID)
                .because("'not ok 1 - closes' below 'ok 1 - setup-only'")
                .atLine("client/stdout.log", 3);
        assertThat(verdict(
                        "TAP version 14\n# Subtest: setup-only\n    # Subtest: deeper\n        not ok 1 - closes\n        1..1\n"
                                + "    ok 1 - deeper\n    1..1\nok 1 - setup-only\n1..1\n",
                        0))
                .failed(TapReason.REPORT_INVALID)
                .because("below 'ok 1 - deeper'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not ok 1 - closes # TODO later", "ok 1 - closes # SKIP not here", "ok 1 - closes"})
    void aSubtestWithoutFailuresDoesNotFailItsPoint(String inner) {
        var output = "TAP version 14\n# Subtest: setup-only\n    %s\n    1..1\nok 1 - setup-only\n1..1\n";

        assertThat(verdict(output.formatted(inner), 0)).came(Outcome.SUCCEEDED, ReasonCode.CLAIMED);
    }

    @Test
    void theClientsMessageIsInTheReason() {
        var output =
                "TAP version 14\n1..1\nnot ok 1 - setup-only\n  ---\n  duration_ms: 12\n  message: no SETUP came\n  ...\n";

        assertThat(verdict(output, 1))
                .failed(TapReason.POINT_FAILED)
                .because("not ok 1 - setup-only: no SETUP came")
                .atLine("client/stdout.log", 3);
    }

    @Test
    void aClientWithoutAReportFailsWithALineOfItsLog() {
        var recording =
                moqt().stdout(ContainerRole.CLIENT, "").stderr(ContainerRole.CLIENT, "error: invalid value '1'\n");

        var verdict = judge(recording.exited(ContainerRole.CLIENT, 2));

        assertThat(verdict).failed(ReasonCode.REPORT_MISSING);
        assertThat(verdict.findings()).anySatisfy(it -> assertThat(it.seen()).contains("error: invalid value '1'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TAP version 14/1..0 # unknown test case/",
                "TAP version 14/1..0/not ok 1 - setup-only # SKIP unsupported/",
                "unknown test case/",
            })
    void exitCode127WithoutResultsIsUnsupported(String output) {
        assertThat(verdict(output.replace('/', '\n'), 127)).unsupported(ReasonCode.CLIENT_UNSUPPORTED);
    }

    @Test
    void exitCode127OfAShellThatFindsNoProgramIsAnErrorOfTheImage() {
        var recording = moqt().stderr(ContainerRole.CLIENT, "sh: 1: moq-client: not found\n")
                .exited(ContainerRole.CLIENT, 127);

        assertThat(judge(recording)).error(ReasonCode.BINARY_MISSING);
    }

    @Test
    void aSkippedTestCaseIsSkipped() {
        assertThat(verdict("TAP version 14\n1..1\nok 1 - setup-only # SKIP not over this transport\n", 0))
                .came(Outcome.SKIPPED, TapReason.CASE_SKIPPED)
                .reads("not over this transport");
        assertThat(verdict("TAP version 14\n1..0 # SKIP nothing to do\n", 0))
                .came(Outcome.SKIPPED, TapReason.CASE_SKIPPED)
                .reads("nothing to do");
    }

    @Test
    void aFailureMarkedAsTodoIsUndecided() {
        var verdict = verdict("TAP version 14\n1..1\nnot ok 1 - setup-only # TODO later\n", 0);

        assertThat(verdict).undecided(TapReason.CASE_TODO).reads("later");
    }

    @Test
    void logLinesAroundTheReportAreIgnored() {
        var output = "starting\n\u001b[2m2026-11-24\u001b[0m INFO hello\nTAP version 14\n1..1\n"
                + "\u001b[32mINFO\u001b[0m connected\nok 1 - setup-only\n  done\n";

        assertThat(verdict(output, 0)).came(Outcome.SUCCEEDED, ReasonCode.CLAIMED);
    }

    @Test
    void aClientMayReportATestCaseUnderItsOwnName() {
        var recording = moqt().calls("setup-only", "just-setup")
                .stdout(ContainerRole.CLIENT, OK.replace("setup-only", "just-setup"));

        assertThat(judge(recording)).came(Outcome.SUCCEEDED, ReasonCode.CLAIMED);
        assertThat(judge(moqt().calls("setup-only", "just-setup").stdout(ContainerRole.CLIENT, OK)))
                .came(Outcome.SUCCEEDED, ReasonCode.CLAIMED);
    }

    @Test
    void aTimeoutHasTheMissingReportAmongItsFindings() {
        var recording = moqt().stdout(ContainerRole.CLIENT, "TAP version 14\n1..1\n")
                .ended(ContainerRole.CLIENT, ContainerEnd.How.TIMED_OUT)
                .end(CellEnd.TIME_LIMIT);

        var verdict = judge(recording);

        assertThat(verdict).failed(ReasonCode.TIME_LIMIT).because("the client still ran");
        assertThat(verdict.findings()).anySatisfy(it -> assertThat(it.section()).contains("count-mismatch"));
    }

    @Test
    void aRunOfAllTestCasesFailsIfAnyPointFails() {
        var all = "TAP version 14\n1..3\nok 1 - setup-only\nnot ok 2 - rendezvous\nok 3 - fetch # SKIP no\n";
        var recording = moqt().stdout(ContainerRole.CLIENT, all)
                .exited(ContainerRole.CLIENT, 1)
                .build();

        var reported =
                new AllCases(java.util.List.of()).reportSource().of(recording).orElseThrow();

        assertThat(reported.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(reported.reason().code()).isEqualTo(TapReason.POINT_FAILED);
        assertThat(reported.points()).isEqualTo(3);
    }

    private Verdict verdict(String output, int exit) {
        return judge(moqt().stdout(ContainerRole.CLIENT, output).exited(ContainerRole.CLIENT, exit));
    }

    private RecordingBuilder moqt() {
        return recording(folder).moqt("setup-only", "draft-18", "quic");
    }

    private static Verdict judge(RecordingBuilder recording) {
        var test = new SetupOnly();
        return new Judge((files, command, stdout) -> {
                    throw new IllegalStateException("there is nothing to dissect");
                })
                .judge(recording.build(), test.checks(), test.reportSource());
    }
}
