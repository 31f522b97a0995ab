package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.context.OutputDisk;
import dev.interop.testbed.docker.EnforcedLimits;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.tool.ToolImage;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the first lines of a run say of a container engine that does not hold malicious images in. */
@Timeout(30)
class OpeningNotesTest {
    private final SimulatedTime time = new SimulatedTime();
    private final FakeContainerBackend engine =
            new FakeContainerBackend(time).withImage(Scripted.IMAGE, Map.of("dev.interop.simulator.seed", "true"));

    @Test
    void anEngineThatEnforcesNoLimitsIsNamed() {
        assertThat(notes(engine.enforcing(new EnforcedLimits(false, false, false))))
                .anyMatch(it -> it.startsWith(
                        "the container engine does not limit the memory, processes, processors of containers"));
    }

    @Test
    void lanesThatCannotBeClosedAreNamed() {
        assertThat(notes(engine)).anyMatch(it -> it.startsWith("the lanes are not closed towards the machine"));
    }

    @Test
    void anEngineThatHoldsThemInIsNotWorthALine() {
        assertThat(notes(engine.withImage(ToolImage.SANDBOX.defaultReference(), Map.of())))
                .isEmpty();
    }

    private Queue<String> notes(FakeContainerBackend backend) {
        var notes = new ConcurrentLinkedQueue<String>();
        DockerTestbed.open(
                        SampleOptions.of("simulated")
                                .withSimulatorImage(Scripted.IMAGE)
                                .withProgress(notes::add),
                        List.of(),
                        backend,
                        new Machine(
                                time,
                                time.clock(),
                                SimulatedTime.threads(),
                                OutputDisk.files(Runnable::run),
                                ShutdownHooks.RUNTIME))
                .close();
        return notes;
    }
}
