package dev.interop.testbed.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.Program;
import dev.interop.testbed.docker.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemovalTest {
    private final FakeContainerBackend engine = new FakeContainerBackend(new SimulatedTime());
    private final Owner owner = Owner.current("removal");

    @BeforeEach
    void createTwo() {
        create(owner, "one");
        create(owner, "two");
    }

    @Test
    void everyRemovalIsCounted() {
        var removed = new Removal(engine).session("removal");

        assertThat(removed.containers()).isEqualTo(2);
        assertThat(removed.failures()).isEmpty();
        assertThat(engine.isEmpty()).isTrue();
    }

    @Test
    void whatGuardsTheOthersIsRemovedAfterThem() {
        var labels = new HashMap<>(owner.labels());
        labels.put(Owner.REMOVED_LAST, "true");
        create(labels, "guard");
        var besideGuard = new ConcurrentLinkedQueue<List<String>>();
        engine.beforeCalls((call, number) -> {
            if (call.equals("removeContainer")) {
                besideGuard.add(engine.containerNames());
            }
        });

        assertThat(new Removal(engine).session("removal").containers()).isEqualTo(3);
        assertThat(besideGuard.stream().toList().get(2)).containsExactly("guard");
    }

    @Test
    void whatIsKeptStaysUntilItIsToBeRemoved() {
        var alive = Owner.current("kept");
        var dead = new Owner("kept", alive.host(), alive.pid(), alive.started() - 3_600_000, alive.folder());
        create(dead, dead.keptName("client"));
        create(dead, "other");
        var removal = new Removal(engine);

        assertThat(removal.dead().containers()).isEqualTo(1);
        assertThat(removal.dead().isNothing()).isTrue();
        assertThat(removal.keptContainers()).containsExactly("interop-kept-kept-client");

        assertThat(removal.kept().containers()).isEqualTo(1);
        assertThat(removal.keptContainers()).isEmpty();
        assertThat(engine.containers(Owner.SESSION)).as("of a run that goes on").hasSize(2);
    }

    @Test
    void whatRunsOfOtherFoldersHaveKeptIsLeftToThem() {
        var alive = Owner.current("here");
        var ended = alive.started() - 3_600_000;
        var module = new Owner("module", alive.host(), alive.pid(), ended, alive.folder() + "/module");
        var beside = new Owner("beside", alive.host(), alive.pid(), ended, alive.folder() + "-2");
        var unknown = new Owner("unknown", alive.host(), alive.pid(), ended, "");
        for (var owner : List.of(module, beside, unknown)) {
            create(owner, owner.keptName("client"));
        }
        create(beside, "no-longer-needed");
        var removal = new Removal(engine);

        assertThat(removal.kept().containers()).isEqualTo(2);
        assertThat(removal.keptContainers())
                .containsExactly("interop-kept-beside-client", "interop-kept-unknown-client");

        removal.all();
        assertThat(removal.keptContainers()).isEmpty();
    }

    private void create(Owner by, String name) {
        create(by.labels(), name);
    }

    private void create(Map<String, String> labels, String name) {
        engine.createContainer(new ContainerSpec(
                name,
                "image",
                labels,
                Program.of(List.of("sleep", "60")),
                Networking.none(),
                Privilege.TOOL,
                new Resources(1 << 20, 8, 1)));
    }

    @Test
    void aRunSaysThatSomethingIsStillKept() {
        var notes = new ArrayList<String>();
        engine.renameContainer(engine.containers(Owner.SESSION).get(0).id(), owner.keptName("client"));

        RunGuard.open(engine, owner, notes::add, ShutdownHooks.RUNTIME).close();

        assertThat(notes)
                .containsExactly("1 containers that an earlier run kept are still here: interop-kept-removal-client");
    }

    @Test
    void aFailedRemovalIsReported() {
        engine.fails("removeContainer", new EngineFailure(EngineFailure.Kind.REFUSED, "it is stuck"));

        var removed = new Removal(engine).session("removal");

        assertThat(removed.containers()).isZero();
        assertThat(removed.failures()).containsExactly("it is stuck", "it is stuck");
    }

    @Test
    void aRunThatLeavesSomethingSaysSo() {
        var notes = new ArrayList<String>();
        var guard = RunGuard.open(engine, owner, notes::add, ShutdownHooks.RUNTIME);
        engine.fails("removeContainer", new EngineFailure(EngineFailure.Kind.REFUSED, "it is stuck"));

        guard.close();

        assertThat(notes)
                .containsExactly("not all of this run could be removed: 2 removals failed, the first: it is stuck");
    }
}
