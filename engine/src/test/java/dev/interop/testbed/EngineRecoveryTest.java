package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.NoteListener;
import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.context.OutputDisk;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.tool.ToolImage;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A testbed whose engine is lost and may come back. */
@Timeout(30)
class EngineRecoveryTest {
    private final SimulatedTime time = new SimulatedTime();
    private final FakeContainerBackend engine = new FakeContainerBackend(time)
            .withImage(Scripted.IMAGE, Map.of("dev.interop.simulator.seed", "true"))
            .withImage(ToolImage.SANDBOX.defaultReference(), Map.of());

    private final DockerTestbed testbed = DockerTestbed.open(
            SampleOptions.of("simulated").withSimulatorImage(Scripted.IMAGE).withProgress(NoteListener.SILENT),
            List.of(),
            engine,
            new Machine(
                    time,
                    time.clock(),
                    SimulatedTime.threads(),
                    new OutputDisk(SimulatedTime.threads(), file -> OutputStream.nullOutputStream()),
                    ShutdownHooks.RUNTIME));

    private Duration back = Duration.ZERO;

    EngineRecoveryTest() {
        engine.beforeCalls((call, number) -> {
            if (time.passed().compareTo(back) < 0) {
                throw new EngineFailure(EngineFailure.Kind.LOST, "the container engine went away");
            }
        });
    }

    @AfterEach
    void close() {
        testbed.close();
    }

    @Test
    void theLanesAreMadeAnewOnceTheEngineAnswersAgain() {
        var before = engine.containerNames();
        back = time.passed().plusSeconds(40);

        assertThat(testbed.recover(Duration.ofMinutes(3))).isTrue();

        assertThat(time.passed()).isBetween(back, back.plusSeconds(2));
        assertThat(engine.containerNames())
                .doesNotContainAnyElementsOf(before)
                .filteredOn(it -> it.endsWith("-sandbox"))
                .hasSize(6);
        assertThat(testbed.lanes()).hasSize(2);
    }

    @Test
    void anEngineThatStaysAwayIsAwaitedUpToTheLimit() {
        var begin = time.passed();
        back = begin.plusSeconds(600);

        assertThat(testbed.recover(Duration.ofMinutes(3))).isFalse();

        assertThat(time.passed()).isBetween(begin.plusSeconds(180), begin.plusSeconds(182));
        back = Duration.ZERO;
    }

    @Test
    void nobodyWaitsForTheEngineOfATestbedThatIsClosed() {
        testbed.close();
        var closed = time.passed();
        back = closed.plusSeconds(600);

        assertThat(testbed.recover(Duration.ofMinutes(3))).isFalse();

        assertThat(time.passed()).isEqualTo(closed);
    }
}
