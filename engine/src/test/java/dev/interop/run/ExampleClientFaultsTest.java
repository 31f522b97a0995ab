package dev.interop.run;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.tap.TapReason;
import dev.interop.testing.VerdictAssert;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The client of {@code examples/moqt-client} with each of its configurable faults, against a real relay. */
@Tag("container")
@Execution(ExecutionMode.CONCURRENT)
class ExampleClientFaultsTest {
    private static final List<String> FAULTS = List.of(
            "none",
            "error-is-ok",
            "lie",
            "nested",
            "no-keylog",
            "no-qlog",
            "ignores-unknown-testcase",
            "no-plan",
            "bail-out",
            "missing-points",
            "extra-points",
            "duplicate",
            "wrong-exit",
            "failed-with-0",
            "todo",
            "skip",
            "noise",
            "no-version",
            "wrong-name",
            "garbage",
            "silent",
            "crash",
            "exit-127",
            "rejects-env",
            "binary-missing",
            "hang",
            "hang-for-good",
            "flood");

    private static final Map<String, Verdict> VERDICTS = new HashMap<>();

    @BeforeAll
    @Timeout(600)
    static void run(@TempDir Path folder) throws IOException {
        VERDICTS.putAll(new RealClients("localhost/interop/example-client:local", "MISBEHAVE", FAULTS)
                .run(folder, "announce-subscribe", List.of()));
    }

    @Test
    void aPassReportedAfterTheRelaysRefusalIsContradicted() {
        cell("error-is-ok").failed(ReasonCode.CONTRADICTED);
        assertThat(VERDICTS.get("error-is-ok").findings()).anySatisfy(it -> {
            assertThat(it.expected()).isEqualTo("SUBSCRIBE_OK");
            assertThat(it.seen()).startsWith("REQUEST_ERROR").contains("from the server");
            assertThat(it.evidence().packet()).isPresent();
        });
        assertThat(proof("error-is-ok")).contains(Proof.CONTRADICTED);
    }

    @Test
    void aPassReportedWithoutAConnectionIsContradicted() {
        for (var client : List.of("lie", "nested")) {
            cell(client).failed(ReasonCode.CONTRADICTED).because("no 1-RTT packet from the client");
        }
    }

    @Test
    void faultsOutsideTheTestCaseLeaveThePassProven() {
        for (var client : List.of("none", "noise", "no-version", "no-keylog", "no-qlog", "ignores-unknown-testcase")) {
            cell(client).succeeded();
            assertThat(proof(client)).contains(Proof.PROVEN);
        }
    }

    @Test
    void eachOtherFaultHasAReasonOfItsOwn() {
        cell("no-plan").failed(TapReason.PLAN_MISSING);
        cell("bail-out").failed(TapReason.BAILED_OUT).because("no route to the relay");
        cell("missing-points").failed(TapReason.POINTS_MISSING).because("1 points, planned are 1..3");
        cell("extra-points").failed(TapReason.POINTS_MISSING).because("2 points, planned are 1..1");
        cell("crash").failed(TapReason.POINTS_MISSING).because("0 points, planned are 1..1");
        cell("wrong-name").failed(TapReason.CASE_MISSING).because("the connection is there");
        cell("duplicate").failed(TapReason.REPORT_INVALID).because("number 1 is used twice");
        cell("wrong-exit").failed(TapReason.WRONG_EXIT_CODE).because("exit code 1");
        cell("failed-with-0").failed(TapReason.WRONG_EXIT_CODE).because("exit code 0");
        for (var client : List.of("garbage", "silent", "rejects-env")) {
            cell(client).failed(ReasonCode.REPORT_MISSING).because("no line of TAP");
        }
        for (var client : List.of("hang", "hang-for-good", "flood")) {
            cell(client).failed(ReasonCode.TIME_LIMIT).because("the client still ran");
        }
    }

    @Test
    void unsupportedSkippedAndTodoAreNotFailures() {
        cell("exit-127").unsupported(ReasonCode.CLIENT_UNSUPPORTED);
        cell("binary-missing").error(ReasonCode.BINARY_MISSING);
        cell("todo").undecided(TapReason.CASE_TODO).reads("not implemented yet");
        cell("skip").came(Outcome.SKIPPED, TapReason.CASE_SKIPPED).reads("not today");
    }

    private static Optional<Proof> proof(String client) {
        return VERDICTS.get(client).claim().orElseThrow().proof();
    }

    private static VerdictAssert cell(String client) {
        return assertThat(RealRun.unlessOverloaded(VERDICTS.get(client)));
    }
}
