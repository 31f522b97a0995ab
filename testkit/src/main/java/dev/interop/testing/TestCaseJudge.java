package dev.interop.testing;

import dev.interop.protocol.TestCase;
import dev.interop.recording.Recording;
import dev.interop.trace.Trace;
import dev.interop.verdict.Judge;
import dev.interop.verdict.Verdict;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Judges a recording and a trace as the product judges a cell of a test case:
 * {@code assertThat(judge(testCase, recording, trace)).failed().because("1100 bytes")}.
 */
@API(status = Status.EXPERIMENTAL)
public final class TestCaseJudge {
    private TestCaseJudge() {}

    /**
     * Applies the exit codes, the client's report and all checks of the test case.
     *
     * @param trace the trace of both captures
     */
    public static Verdict judge(TestCase testCase, Recording recording, Trace trace) {
        return Judge.ofTrace(trace).judge(recording, testCase.checks(), testCase.reportSource());
    }
}
