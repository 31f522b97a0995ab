package dev.interop.verdict;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.testing.VerdictAssert.assertThat;
import static dev.interop.verdict.KnownChecks.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Lateness;
import dev.interop.recording.MachineConditions;
import dev.interop.testing.RecordingBuilder;
import dev.interop.trace.TraceUnavailable;
import dev.interop.verdict.KnownChecks.FailingCheck;
import dev.interop.verdict.KnownChecks.PassingCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an explanation finds about a cell, and what it must not change. */
class ExplanationTest {
    private static final Finding WHY = new Finding(
            "A rule", "RFC 0 §1", "something", "what was missing", Location.ofPacket("sim/trace.pcap", 3, 0.1));

    @TempDir
    Path folder;

    @Test
    void itComesBeforeTheClientsExitCodeAndItsLastLine() {
        var cell = cell().exited(ContainerRole.CLIENT, 1)
                .stderr(ContainerRole.CLIENT, "no session\n")
                .build();

        var verdict = judge().explaining(evidence -> List.of(WHY))
                .judge(cell, List.of(new FailingCheck()), ReportSource.EXIT_CODE);

        assertThat(verdict).failed(ReasonCode.CLIENT_FAILED).reads("what was missing; expected something");
        assertThat(verdict.findings().get(0)).isEqualTo(WHY);
        assertThat(verdict.findings()).extracting(Finding::seen).anyMatch(it -> it.contains("no session"));
    }

    @Test
    void aCellThatSucceedsIsNotExplained() {
        var verdict = judge().explaining(evidence -> List.of(WHY))
                .judge(cell().build(), List.of(new PassingCheck()), ReportSource.EXIT_CODE);

        assertThat(verdict).succeeded();
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void aCellStaysAsItIsIfTheExplanationFails() {
        var checks = List.<Check>of(new FailingCheck());
        var plain = judge().judge(cell().build(), checks, ReportSource.EXIT_CODE);

        for (var problem : List.of(new IllegalStateException("odd"), TraceUnavailable.missing("no capture"))) {
            var verdict = judge().explaining(evidence -> {
                        throw problem;
                    })
                    .judge(cell().build(), checks, ReportSource.EXIT_CODE);

            assertThat(verdict).isEqualTo(plain);
        }
    }

    @Test
    void aSettledFailureOnABusyMachineIsNoneOfTheMachine() {
        var busy = cell().exited(ContainerRole.CLIENT, 1)
                .conditions(new MachineConditions(Optional.of(new Lateness(412.4, 3, 100)), Map.of(), 0))
                .build();

        assertThat(judge().explaining(new Settled(true)).judge(busy, List.of(), ReportSource.EXIT_CODE))
                .failed(ReasonCode.CLIENT_FAILED)
                .reads("what was missing");
        assertThat(judge().explaining(new Settled(false)).judge(busy, List.of(), ReportSource.EXIT_CODE))
                .undecided(ReasonCode.OVERLOADED);
    }

    private record Settled(boolean settled) implements Explanation {
        @Override
        public List<Finding> explain(Evidence evidence) {
            return List.of(WHY);
        }

        @Override
        public boolean isSettled(Evidence evidence) {
            return settled;
        }
    }

    private RecordingBuilder cell() {
        return recording(folder);
    }
}
