package dev.interop.testbed.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.NoteListener;
import dev.interop.recording.RemoteServer;
import dev.interop.testbed.SampleOptions;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.Removal;
import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.context.OutputDisk;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.BridgeName;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.tool.ToolImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneGuardTest {
    private static final Owner OWNER = Owner.current("guarded");

    private final SimulatedTime time = new SimulatedTime();
    private final FakeContainerBackend engine =
            new FakeContainerBackend(time).withImage(ToolImage.SANDBOX.defaultReference(), Map.of());
    private final List<String> said = new ArrayList<>();
    private final TestbedContext context = TestbedContext.of(
            engine,
            SampleOptions.of("guarded").withProgress(said::add),
            OWNER,
            new Machine(
                    time,
                    time.clock(),
                    SimulatedTime.threads(),
                    OutputDisk.files(Runnable::run),
                    ShutdownHooks.RUNTIME));

    private LaneNetworks lane() {
        return new LaneBuilder(engine, OWNER, NoteListener.SILENT).next();
    }

    @Test
    void bothBridgesOfALaneAreSealed() {
        var guard = LaneGuard.start(context);
        var lane = lane();

        assertThat(guard.seal(List.of(lane))).isEmpty();

        assertThat(engine.agent("guard").requests())
                .containsExactly(
                        "guard interop-guarded",
                        "seal " + BridgeName.ofLane("interop-guarded-0-left"),
                        "seal " + BridgeName.ofLane("interop-guarded-0-right"));
    }

    @Test
    void bridgesHaveNamesThatLinuxAllowsAndRulesCanBeWrittenFor() {
        assertThat(BridgeName.ofLane("interop-12345678-0-left"))
                .startsWith("ilane")
                .hasSize(15)
                .isNotEqualTo(BridgeName.ofLane("interop-12345678-0-right"));
        assertThat(BridgeName.ofOpen("interop-12345678-0-out1"))
                .startsWith("ilout")
                .hasSize(15);
    }

    @Test
    void anEngineThatRefusesTheGuardIsReported() {
        engine.fails("startContainer", new EngineFailure(EngineFailure.Kind.REFUSED, "host networks are forbidden"));
        var guard = LaneGuard.start(context);

        assertThat(guard.seal(List.of(lane()))).contains("host networks are forbidden");
        guard.hold();
        assertThat(said).isEmpty();
    }

    @Test
    void aGuardThatHasEndedHoldsTheSameRulesAgain() {
        var guard = LaneGuard.start(context);
        guard.seal(List.of(lane()));
        var before = engine.agent("guard").requests();
        engine.removeContainer(guardId());

        guard.hold();

        assertThat(engine.agent("guard").requests()).isEqualTo(before);
        assertThat(said).containsExactly("the guard of the lanes has ended; it is made again");
    }

    @Test
    void aGuardThatEndsWhileACellRunsIsMadeAgainAtOnce() {
        var guard = LaneGuard.start(context);
        guard.seal(List.of(lane()));
        var before = engine.agent("guard").requests();

        engine.removeContainer(guardId());

        assertThat(engine.containers(Owner.REMOVED_LAST)).hasSize(1);
        assertThat(engine.agent("guard").requests()).isEqualTo(before);
    }

    @Test
    void aGuardThatIsRemovedWithTheRunIsNotMadeAgain() {
        var guard = LaneGuard.start(context);
        guard.seal(List.of(lane()));
        guard.close();

        engine.removeContainer(guardId());

        assertThat(engine.containers(Owner.REMOVED_LAST)).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void theGuardIsRemovedAfterAllOtherContainers() {
        var guard = LaneGuard.start(context);
        var pool = SandboxPool.of(lane(), context, guard, true);
        pool.enter(SandboxSlot.CLIENT);
        guard.close();
        var left = new ArrayList<List<String>>();
        engine.beforeCalls((call, number) -> {
            if (call.equals("removeContainer")) {
                left.add(engine.containerNames());
            }
        });

        new Removal(engine).session(OWNER.session());

        assertThat(left.get(left.size() - 1)).singleElement().asString().endsWith("guard");
        assertThat(engine.containerNames()).isEmpty();
    }

    @Test
    void aRemoteCellsWayOutLeadsToItsServerOnly() {
        var guard = LaneGuard.start(context);
        var pool = SandboxPool.of(lane(), context, guard, true);
        var first = new RemoteServer("relay.example", 4443, List.of("198.51.100.1", "2001:db8::1", "198.51.100.2"));
        var second = new RemoteServer("192.0.2.7", 443, List.of("192.0.2.7"));

        pool.openTo(first);
        pool.enter(SandboxSlot.REMOTE_CLIENT);
        pool.openTo(first);
        pool.openTo(second);
        pool.enter(SandboxSlot.REMOTE_CLIENT);

        assertThat(engine.agent("guard").requests())
                .containsExactly(
                        "guard interop-guarded",
                        "release " + BridgeName.ofOpen("interop-guarded-0-out1") + " 198.51.100.1 4443",
                        "release " + BridgeName.ofOpen("interop-guarded-0-out1") + " 198.51.100.2 4443",
                        "release " + BridgeName.ofOpen("interop-guarded-0-out2") + " 192.0.2.7 443");
        assertThat(engine.calls()).contains("removeNetwork");
    }

    private String guardId() {
        return engine.containers(Owner.REMOVED_LAST).get(0).id();
    }
}
