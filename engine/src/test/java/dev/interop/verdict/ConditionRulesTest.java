package dev.interop.verdict;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Lateness;
import dev.interop.recording.MachineConditions;
import dev.interop.recording.ProcessorWait;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.TraceBuilder;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a verdict becomes by the conditions that its cell ran under. */
class ConditionRulesTest {
    @TempDir
    Path folder;

    @Test
    void aFailureWhileDeliveriesWereLateIsUndecided() {
        var verdict = judged(deliveries(412.4, 3), 1);

        assertThat(verdict).undecided(ReasonCode.OVERLOADED);
        assertThat(verdict.reason().text())
                .startsWith(
                        "the machine was overloaded (deliveries up to 412 ms late): the client ended with exit code 1");
    }

    @Test
    void manyDeliveriesThatWereALittleLateCountAsWell() {
        assertThat(judged(deliveries(29, 16), 1)).undecided(ReasonCode.OVERLOADED);
    }

    @Test
    void aFailureWhileAnEndpointWaitedForAProcessorIsUndecided() {
        var verdict = judged(waited(Map.of(ContainerRole.SERVER, new ProcessorWait(300, 90, 61.6))), 1);

        assertThat(verdict).undecided(ReasonCode.OVERLOADED);
        assertThat(verdict.reason().text()).contains("(the server waited up to 62 ms for a processor)");
    }

    @Test
    void aFailureWithinTheLimitsStays() {
        assertThat(judged(deliveries(Overload.LATEST_DELIVERY_MILLIS, Overload.LATE_DELIVERIES_P99_MILLIS), 1))
                .failed(ReasonCode.CLIENT_FAILED);
        assertThat(judged(
                        waited(Map.of(ContainerRole.CLIENT, new ProcessorWait(900, 90, Overload.LONGEST_WAIT_MILLIS))),
                        1))
                .failed(ReasonCode.CLIENT_FAILED);
    }

    @Test
    void theSimulatorsOwnWaitCountsOnlyByItsDeliveries() {
        assertThat(judged(waited(Map.of(ContainerRole.SIM, new ProcessorWait(900, 90, 500))), 1))
                .failed(ReasonCode.CLIENT_FAILED);
    }

    @Test
    void deliveriesOfASimulatorThatDidNotWaitAreLateBecauseOfTheCellItself() {
        var flooded = new MachineConditions(
                Optional.of(new Lateness(900, 400, 100_000)),
                Map.of(ContainerRole.SIM, new ProcessorWait(20, 9_000, 2)),
                0);

        assertThat(judged(flooded, 1)).failed(ReasonCode.CLIENT_FAILED);
    }

    @Test
    void aPassStaysAPassHoweverBusyTheMachine() {
        var busy = new MachineConditions(
                Optional.of(new Lateness(900, 400, 10)),
                Map.of(ContainerRole.CLIENT, new ProcessorWait(900, 90, 500)),
                90);

        assertThat(judged(busy, 0)).succeeded();
        assertThat(judged(busy, 127)).unsupported(ReasonCode.CLIENT_UNSUPPORTED);
    }

    @Test
    void aCellThatDidNotPassWhileTheEngineWasSilentIsAnErrorOfTheEngine() {
        var silent = new MachineConditions(Optional.of(new Lateness(900, 400, 10)), Map.of(), 88.4);

        var verdict = judged(silent, 1);

        assertThat(verdict).error(ReasonCode.ENGINE_LOST);
        assertThat(verdict.reason().text())
                .startsWith("the container engine did not answer for 88 s while the cell ran");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNDECIDED", "ERROR", "FAILED"})
    void neitherIsAnErrorNorAnUndecidedCellLeftToItsOtherReason(Outcome outcome) {
        var silent = new MachineConditions(Optional.empty(), Map.of(), 6);
        var verdict = Verdict.of(outcome, ReasonCode.START_FAILED, "no such container");

        assertThat(judged(silent, verdict)).error(ReasonCode.ENGINE_LOST);
    }

    private static MachineConditions deliveries(double max, double p99) {
        return new MachineConditions(Optional.of(new Lateness(max, p99, 100)), Map.of(), 0);
    }

    private static MachineConditions waited(Map<ContainerRole, ProcessorWait> waits) {
        return new MachineConditions(Optional.empty(), waits, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNDECIDED", "ERROR", "FAILED"})
    void aCellThatDidNotPassOnADiskThatOthersFilledIsAnErrorOfTheDisk(Outcome outcome) {
        var verdict = Verdict.of(outcome, ReasonCode.CHECK_FAILED, "the client sent no Initial packet");

        var replaced = judged(MachineConditions.UNKNOWN.onFullDisk(), verdict);

        assertThat(replaced).error(ReasonCode.DISK_FULL);
        assertThat(replaced.reason().text()).contains("(the client sent no Initial packet)");
    }

    @Test
    void aPassOnAFullDiskStands() {
        assertThat(judged(MachineConditions.UNKNOWN.onFullDisk(), 0)).succeeded();
    }

    @Test
    void anEndpointThatFillsTheDiskOrItsMemoryFailsHoweverBusyTheMachine() {
        for (var code : List.of(ReasonCode.DISK_LIMIT, ReasonCode.OUT_OF_MEMORY)) {
            var filled = Verdict.of(Outcome.FAILED, code, "the client wrote 3000 MiB");

            assertThat(judged(deliveries(412.4, 3), filled)).failed(code);
        }
        var filled = Verdict.of(Outcome.FAILED, ReasonCode.DISK_LIMIT, "the client wrote 3000 MiB");
        assertThat(judged(MachineConditions.UNKNOWN.onFullDisk(), filled)).failed(ReasonCode.DISK_LIMIT);
    }

    @Test
    void aServerThatNeverAnsweredWasOverloadedOnlyIfItStarved() {
        var silent = Verdict.of(Outcome.FAILED, ReasonCode.SERVER_SILENT, "server did not answer within 25 s");
        var late = new Lateness(412.4, 30, 100);

        assertThat(judged(
                        new MachineConditions(
                                Optional.of(late), Map.of(ContainerRole.SERVER, new ProcessorWait(900, 90, 144)), 0),
                        silent))
                .failed(ReasonCode.SERVER_SILENT);
        var starved = judged(waited(Map.of(ContainerRole.SERVER, new ProcessorWait(20_400, 900, 144))), silent);
        assertThat(starved).undecided(ReasonCode.OVERLOADED);
        assertThat(starved.reason().text()).contains("the server waited for a processor for 20400 ms in all");
    }

    @Test
    void aFailureThatIsSettledStaysOneHoweverBusyTheMachine() {
        var late = recording(folder).conditions(deliveries(412.4, 3)).build();
        var failed = Verdict.of(Outcome.FAILED, ReasonCode.CLIENT_FAILED, "the drafts differ");

        assertThat(ConditionRules.apply(late, failed, () -> true)).failed(ReasonCode.CLIENT_FAILED);
        assertThat(ConditionRules.apply(late, failed, () -> false)).undecided(ReasonCode.OVERLOADED);
    }

    @Test
    void aSettledFailureIsStillAnErrorOfTheDiskOrTheEngine() {
        var failed = Verdict.of(Outcome.FAILED, ReasonCode.CLIENT_FAILED, "the drafts differ");
        var full = recording(folder)
                .conditions(MachineConditions.UNKNOWN.onFullDisk())
                .build();

        assertThat(ConditionRules.apply(full, failed, () -> true)).error(ReasonCode.DISK_FULL);
    }

    @Test
    void aClientThatEndedByItselfAndSentNothingFailsHoweverBusyTheMachine() {
        var silent = TraceBuilder.trace().build();

        assertThat(judgedBusy(silent, recording(folder).exited(ContainerRole.CLIENT, 2)))
                .failed(ReasonCode.CLIENT_FAILED);
        assertThat(judgedBusy(
                        silent, recording(folder).end(CellEnd.TIME_LIMIT).ended(ContainerRole.CLIENT, How.STOPPED)))
                .undecided(ReasonCode.OVERLOADED);
    }

    @Test
    void aClientThatSentAPacketOrMayHaveSentOneUnseenIsExcusedByABusyMachine() {
        var failed = recording(folder).exited(ContainerRole.CLIENT, 2);
        var sent = TraceBuilder.trace().sealed(Side.CLIENT, PacketType.INITIAL).build();
        var unread =
                TraceBuilder.trace().unread(Side.CLIENT, "it is an IP fragment").build();

        assertThat(judgedBusy(sent, failed)).undecided(ReasonCode.OVERLOADED);
        assertThat(judgedBusy(unread, failed)).undecided(ReasonCode.OVERLOADED);
    }

    private static Verdict judgedBusy(Trace trace, RecordingBuilder cell) {
        return Judge.ofTrace(trace).judge(cell.conditions(deliveries(412.4, 3)).build(), List.of());
    }

    private Verdict judged(MachineConditions conditions, Verdict verdict) {
        return ConditionRules.apply(recording(folder).conditions(conditions).build(), verdict, () -> false);
    }

    private Verdict judged(MachineConditions conditions, int clientExit) {
        return new Judge((files, command, stdout) -> {
                    throw new AssertionError("no dissection was needed");
                })
                .judge(
                        recording(folder)
                                .exited(ContainerRole.CLIENT, clientExit)
                                .conditions(conditions)
                                .build(),
                        List.of(new Passing()));
    }

    private record Passing() implements Check {
        @Override
        public String rule() {
            return "passes";
        }

        @Override
        public String section() {
            return "§1";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            return new CheckResult.Passed();
        }
    }
}
