package dev.interop.testbed.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.NoteListener;
import dev.interop.testbed.SampleOptions;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.context.OutputDisk;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.tool.ToolImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SandboxPoolTest {
    private static final Owner OWNER = Owner.current("pooled");

    private final SimulatedTime time = new SimulatedTime();
    private final FakeContainerBackend engine =
            new FakeContainerBackend(time).withImage(ToolImage.SANDBOX.defaultReference(), Map.of());
    private final TestbedContext context = TestbedContext.of(
            engine,
            SampleOptions.of("pooled"),
            OWNER,
            new Machine(
                    time,
                    time.clock(),
                    SimulatedTime.threads(),
                    OutputDisk.files(Runnable::run),
                    ShutdownHooks.RUNTIME));
    private final SandboxPool pool = SandboxPool.of(
            new LaneBuilder(engine, OWNER, NoteListener.SILENT).next(), context, LaneGuard.start(context), true);

    @Test
    void aLaneThatRestsHasNoSandboxes() {
        assertThat(sandboxes()).hasSize(3);

        pool.rest();

        assertThat(sandboxes()).isEmpty();
    }

    @Test
    void aCellAfterTheRestGetsNewSandboxes() {
        var before = pool.enter(SandboxSlot.SERVER).joinedContainer();
        pool.rest();

        assertThat(pool.enter(SandboxSlot.SERVER).joinedContainer()).isPresent().isNotEqualTo(before);
        assertThat(sandboxes()).singleElement().asString().endsWith("server-sandbox");
    }

    @Test
    void aSandboxThatCannotBeRemovedIsLeftToTheEndOfTheRun() {
        engine.fails("removeContainer", new EngineFailure(EngineFailure.Kind.REFUSED, "it is stuck"));

        pool.rest();
        pool.close();

        assertThat(sandboxes()).hasSize(3);
    }

    @Test
    void aClosedLaneLeavesItsContainersToTheEndOfTheRun() {
        pool.close();

        pool.rest();

        assertThat(sandboxes()).hasSize(3);
    }

    private List<String> sandboxes() {
        return engine.containerNames().stream()
                .filter(it -> it.endsWith("-sandbox"))
                .toList();
    }
}
