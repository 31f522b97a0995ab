package dev.interop.verdict;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.Fault;
import dev.interop.testing.StoredRecordings;
import dev.interop.trace.DissectionFailed;
import dev.interop.trace.DissectionTool;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What this machine cannot do is an error of the harness, never a cell that nobody could decide. */
class HarnessFailuresTest {
    @ParameterizedTest
    @CsvSource({
        "126, could not be started",
        "127, could not be started",
        "137, want of memory",
        "139, crashed (signal 11)",
        "124, did not end in time"
    })
    void aDissectorThatIsMissingOrKilledOrCrashesOrHangsMakesTheCellAnError(int code, String why) {
        var verdict = judge((files, command, stdout) -> new DissectionTool.Exit(code, "sh: 1: tshark: not found"));

        assertThat(verdict).error(ReasonCode.HARNESS);
        assertThat(verdict.reason().text()).contains(why);
    }

    @Test
    void anEngineThatGoesAwayDuringADissectionIsTheReason() {
        var verdict = judge((files, command, stdout) -> {
            throw new DissectionFailed(new Fault(Fault.Code.ENGINE_LOST, "the container engine went away"));
        });

        assertThat(verdict).error(ReasonCode.ENGINE_LOST);
    }

    @Test
    void wantOfMemoryMakesTheCellAnError() {
        var verdict = judge((files, command, stdout) -> {
            throw new OutOfMemoryError("Java heap space");
        });

        assertThat(verdict).error(ReasonCode.HARNESS);
        assertThat(verdict.reason().text()).contains("-Xmx");
    }

    @Test
    void aDissectorThatStumblesOverTheCaptureLeavesTheCellUndecided() {
        assertThat(judge((files, command, stdout) -> new DissectionTool.Exit(2, "tshark: the file is damaged")))
                .undecided(ReasonCode.TRACE_UNREADABLE);
    }

    @Test
    void aDissectorThatIsFloodedByTheEndpointsIsNoHarnessFailure() {
        var verdict = judge((files, command, stdout) -> {
            stdout.read(new ByteArrayInputStream(new byte[2 << 20]));
            return new DissectionTool.Exit(0, "");
        });

        assertThat(verdict).failed(ReasonCode.CHECK_FAILED);
        assertThat(verdict.reason().text()).contains("a line of more than 1048576 bytes");
    }

    private static Verdict judge(DissectionTool tool) {
        return StoredRecordings.judge(StoredRecordings.recording("resumption"), tool);
    }
}
