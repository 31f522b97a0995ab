package dev.interop.verdict;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.testing.VerdictAssert.assertThat;
import static dev.interop.verdict.KnownChecks.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.testing.RecordingBuilder;
import dev.interop.verdict.KnownChecks.FailingCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verdict on a cell that a fault or an event ended, whatever the checks find. */
class EndedCellTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "IMAGE_MISSING, image-missing",
        "START_FAILED, start-failed",
        "SIMULATOR_FAILED, simulator-failed",
        "DISK_FULL, disk-full",
        "ENGINE_LOST, engine-lost",
        "COPY_FAILED, harness",
        "HARNESS, harness"
    })
    void aFaultIsAnErrorWhateverTheEndpointsDid(Fault.Code fault, ReasonCode expected) {
        var cell = cell().fault(fault, "it went wrong").exited(ContainerRole.CLIENT, 127);

        assertThat(judge(cell, new FailingCheck())).error(expected);
    }

    @Test
    void aSimulatorsWaitForADeadServerIsTheServersFault() {
        var cell = cell().fault(Fault.Code.SIMULATOR_FAILED, "it never saw the server")
                .end(CellEnd.SIM)
                .ended(ContainerRole.CLIENT, How.STOPPED)
                .exited(ContainerRole.SERVER, 1)
                .stderr(ContainerRole.SERVER, "starting\nerror: no certificate\n");

        assertThat(judge(cell))
                .failed(ReasonCode.SERVER_ENDED)
                .because("the server ended by itself with exit code 1: error: no certificate")
                .atLine("server/stderr.log", 2);
        assertThat(judge(cell.exited(ContainerRole.SERVER, 127))).unsupported(ReasonCode.SERVER_UNSUPPORTED);
    }

    @Test
    void theVerdictOnAFailedSimulatorQuotesItsLastLine() {
        var cell = cell().end(CellEnd.SIM)
                .exited(ContainerRole.SIM, 1)
                .ended(ContainerRole.CLIENT, How.STOPPED)
                .stderr(ContainerRole.SIM, "sim: cannot open eth0\n");

        assertThat(judge(cell)).error(ReasonCode.SIMULATOR_FAILED).because("cannot open eth0");
    }

    @Test
    void aSimulatorWithoutRoomForItsCapturesIsAFullDisk() {
        var cell = cell().end(CellEnd.SIM)
                .exited(ContainerRole.SIM, 1)
                .ended(ContainerRole.CLIENT, How.STOPPED)
                .stderr(ContainerRole.SIM, "sim: /logs/trace_node_right.pcap: No space left on device\n");

        assertThat(judge(cell)).error(ReasonCode.DISK_FULL).because("trace_node_right.pcap");
    }

    @Test
    void endpointsThatFillTheCapturesFailWhateverElseWentWrong() {
        var cell = cell().end(CellEnd.SIM)
                .ended(ContainerRole.SIM, new ContainerEnd(How.DISK_LIMIT, OptionalInt.of(137), "wrote 3000 MiB"))
                .exited(ContainerRole.CLIENT, 0)
                .fault(Fault.Code.HARNESS, "no captures");

        assertThat(judge(cell))
                .failed(ReasonCode.DISK_LIMIT)
                .because("the simulator, which captures what they send, wrote 3000 MiB");
    }

    @Test
    void aServerThatNeverAnswersFailsWithAReasonOfItsOwn() {
        var cell = cell().end(CellEnd.SIM)
                .exited(ContainerRole.SIM, 1)
                .ended(ContainerRole.CLIENT, How.STOPPED)
                .stderr(ContainerRole.SIM, "sim: server server:443 did not answer within 30 s\n");

        assertThat(judge(cell))
                .failed(ReasonCode.SERVER_SILENT)
                .because("did not answer within 30 s")
                .atLine("sim/stderr.log", 1);
    }

    @Test
    void aServerThatClosesItsPortFailsWithAReasonOfItsOwn() {
        var text = "relay:4443 answered, but no socket is bound to UDP port 4443 of relay";
        var cell = cell().end(CellEnd.FAULT)
                .ended(ContainerRole.CLIENT, How.NOT_STARTED)
                .fault(Fault.Code.SERVER_UNBOUND, text);

        assertThat(judge(cell)).failed(ReasonCode.SERVER_UNBOUND).because(text);
        assertThat(judge(cell.exited(ContainerRole.SERVER, 3))).failed(ReasonCode.SERVER_ENDED);
    }

    @Test
    void aCancelledCellIsSkipped() {
        assertThat(judge(cell().end(CellEnd.CANCELLED).ended(ContainerRole.CLIENT, How.STOPPED)))
                .came(Outcome.SKIPPED, ReasonCode.CANCELLED);
    }

    @Test
    void aKilledServerPrevailsOverTheClientsFailure() {
        assertThat(judge(cell().exited(ContainerRole.CLIENT, 1).ended(ContainerRole.SERVER, How.OUT_OF_MEMORY)))
                .failed(ReasonCode.OUT_OF_MEMORY)
                .because("the server was killed for its memory limit");
    }

    @Test
    void aCrashedServerPrevailsOverTheClientsFailure() {
        assertThat(judge(cell().exited(ContainerRole.CLIENT, 1).exited(ContainerRole.SERVER, 2)))
                .failed(ReasonCode.SERVER_ENDED);
        assertThat(judge(cell().exited(ContainerRole.CLIENT, 1).exited(ContainerRole.SERVER, 0)))
                .failed(ReasonCode.CLIENT_FAILED);
    }

    @Test
    void theLastErrorInAClientsLogIsItsEvidence() {
        var cell = cell().exited(ContainerRole.CLIENT, 2)
                .stdout(ContainerRole.CLIENT, "hello\n")
                .stderr(ContainerRole.CLIENT, "panic: index out of range\ngoroutine 1 [running]:\nexit status 2\n");

        assertThat(judge(cell))
                .failed(ReasonCode.CLIENT_FAILED)
                .because("the client ended with exit code 2: panic: index out of range")
                .atLine("client/stderr.log", 1);
    }

    @Test
    void logFilesOfTheImplementationAreReadToo() {
        var cell =
                cell().exited(ContainerRole.CLIENT, 1).file("client/log.txt", "all well\nfatal: handshake timeout\n");

        assertThat(judge(cell)).failed(ReasonCode.CLIENT_FAILED).atLine("client/log.txt", 2);
    }

    @Test
    void coloursAndControlCharactersOfALogAreNotShown() {
        var cell = cell().exited(ContainerRole.CLIENT, 1)
                .stderr(ContainerRole.CLIENT, "\u001b[31merror\u001b[0m: a\u0007b\n");

        assertThat(judge(cell)).failed(ReasonCode.CLIENT_FAILED).because("error: a\\u0007b");
    }

    @Test
    void theReasonNamesTheTimeLimit() {
        var hangs = cell().end(CellEnd.TIME_LIMIT)
                .ended(ContainerRole.CLIENT, How.TIMED_OUT)
                .build();

        var verdict = judge().judge(hangs, List.of(), ReportSource.EXIT_CODE, Optional.of("5 s"));

        assertThat(verdict).failed(ReasonCode.TIME_LIMIT);
        assertThat(verdict.reason().text()).contains("expected an end within the time limit: 5 s");
    }

    @Test
    void theEventThatEndedTheCellPrecedesTheFindingsOfChecks() {
        var verdict =
                judge(cell().end(CellEnd.TIME_LIMIT).ended(ContainerRole.CLIENT, How.TIMED_OUT), new FailingCheck());

        assertThat(verdict).failed(ReasonCode.TIME_LIMIT).because("the client still ran");
        assertThat(verdict.findings()).extracting(Finding::rule).contains("broken");
    }

    private RecordingBuilder cell() {
        return recording(folder);
    }
}
