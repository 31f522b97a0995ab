package dev.interop.run;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.listener.RunListener;
import dev.interop.moqt.tap.TapReason;
import dev.interop.plan.Cell;
import dev.interop.protocol.Report;
import dev.interop.testing.VerdictAssert;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Clients with different reports, against a real relay, in complete runs from a registry to verdicts. */
@Tag("container")
@Execution(ExecutionMode.CONCURRENT)
class TapOutcomesTest {
    private static final List<String> REPORTS = List.of(
            "ok",
            "not-ok",
            "failed-but-0",
            "ok-but-1",
            "ok-but-127",
            "skip",
            "todo",
            "bail-out",
            "no-plan",
            "short",
            "twice",
            "other-case",
            "nothing",
            "crash",
            "unsupported",
            "unsupported-skip",
            "missing-binary",
            "noise",
            "subtests",
            "hang");

    private static final Map<String, Verdict> VERDICTS = new HashMap<>();
    private static final Map<String, List<Report>> LIVE = new ConcurrentHashMap<>();

    @BeforeAll
    @Timeout(600)
    static void run(@TempDir Path folder) throws IOException {
        VERDICTS.putAll(new RealClients("localhost/interop/tap:local", "TAP", REPORTS)
                .run(folder, "setup-only", List.of(new ReportRecorder())));
    }

    private static final class ReportRecorder implements RunListener {
        @Override
        public void cellReported(Cell cell, Report report) {
            LIVE.computeIfAbsent(cell.client().name(), it -> Collections.synchronizedList(new ArrayList<>()))
                    .add(report);
        }

        /** A machine that is busy for a moment has a failed cell run again, which reports once more. */
        @Override
        public void cellStarted(Cell cell) {
            LIVE.remove(cell.client().name());
        }
    }

    @Test
    void aTruePassIsProven() {
        assertThat(VERDICTS.get("aiomoqt")).succeeded();
        assertThat(VERDICTS.get("aiomoqt").claim().orElseThrow().proof()).contains(Proof.PROVEN);
    }

    @Test
    void aPassReportedWithoutAConnectionIsContradicted() {
        for (var client : List.of("ok", "noise", "subtests")) {
            cell(client).failed(ReasonCode.CONTRADICTED).because("no 1-RTT packet from the client");
        }
    }

    @Test
    void eachKindOfFailureHasAReasonOfItsOwn() {
        cell("not-ok").failed(TapReason.POINT_FAILED).because("no SETUP came").atLine("client/stdout.log", 3);
        cell("failed-but-0").failed(TapReason.WRONG_EXIT_CODE).because("exit code 0");
        cell("ok-but-1").failed(TapReason.WRONG_EXIT_CODE).because("exit code 1");
        cell("ok-but-127").failed(TapReason.WRONG_EXIT_CODE).because("exit code 127");
        cell("bail-out").failed(TapReason.BAILED_OUT).because("no relay");
        cell("no-plan").failed(TapReason.PLAN_MISSING);
        cell("short").failed(TapReason.POINTS_MISSING);
        cell("twice").failed(TapReason.REPORT_INVALID);
        cell("other-case").failed(TapReason.CASE_MISSING).because("something-else");
        cell("nothing").failed(ReasonCode.REPORT_MISSING);
        cell("crash").failed(ReasonCode.REPORT_MISSING);
        cell("hang").failed(ReasonCode.TIME_LIMIT).because("the client still ran");
    }

    @Test
    void unsupportedSkippedAndTodoAreNotFailures() {
        cell("unsupported").unsupported(ReasonCode.CLIENT_UNSUPPORTED);
        cell("unsupported-skip").unsupported(ReasonCode.CLIENT_UNSUPPORTED);
        cell("missing-binary").error(ReasonCode.BINARY_MISSING);
        cell("skip").came(Outcome.SKIPPED, TapReason.CASE_SKIPPED).reads("not over this transport");
        cell("todo").undecided(TapReason.CASE_TODO).reads("next month");
    }

    @Test
    void listenersReceiveResultsAsTheyAreReported() {
        assertThat(LIVE.get("hang"))
                .singleElement()
                .satisfies(it -> assertThat(it.path()).containsExactly("setup-only"));
        assertThat(LIVE.get("subtests"))
                .extracting(Report::path)
                .containsExactly(
                        List.of("setup-only"),
                        List.of("setup-only", "connect"),
                        List.of("setup-only", "close"),
                        List.of("setup-only"));
        assertThat(LIVE.get("not-ok"))
                .anySatisfy(it -> assertThat(it)
                        .isInstanceOfSatisfying(
                                Report.Details.class,
                                more -> assertThat(more.entries()).containsEntry("received", "nothing")));
    }

    private static VerdictAssert cell(String client) {
        return assertThat(RealRun.unlessOverloaded(VERDICTS.get(client)));
    }
}
