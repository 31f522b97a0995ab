package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.Removal;
import dev.interop.testbed.docker.ContainerFacts;
import dev.interop.testbed.docker.EngineFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cells whose containers stay, on a fake engine in simulated time. */
@Timeout(20)
class KeptCellTest {
    private final List<KeptCell> kept = new ArrayList<>();
    private SimulatedBed bed;

    @BeforeEach
    void openTestbed(@TempDir Path folder) {
        bed = new SimulatedBed(folder).withSandboxes();
        bed.engine.script("sim").prints(100, "sim: running\n");
        bed.engine.script("client").exits(700, 1);
    }

    @Test
    void theContainersOfAKeptCellStayUnderNamesThatSaySo() {
        bed.keeping(rule(true)).run();

        assertThat(kept)
                .containsExactly(new KeptCell(
                        Map.of(
                                ContainerRole.CLIENT, "interop-kept-simulated-client",
                                ContainerRole.SERVER, "interop-kept-simulated-server",
                                ContainerRole.SIM, "interop-kept-simulated-sim"),
                        Map.of(
                                ContainerRole.CLIENT, "interop-kept-simulated-client-network",
                                ContainerRole.SERVER, "interop-kept-simulated-server-network",
                                ContainerRole.SIM, "interop-kept-simulated-sim-network")));
        assertThat(names())
                .containsAll(kept.get(0).containers().values())
                .containsAll(kept.get(0).networks().values())
                .contains("interop-kept-simulated-guard");
    }

    @Test
    void theirNetworksOutliveTheRunAndAreNeitherEmptiedNorUsedAgain() {
        bed.keeping(rule(true)).run();

        assertThat(bed.engine.agent("client-sandbox").requests())
                .containsOnlyOnce("renew")
                .endsWith("stay");
    }

    @Test
    void theRunsCleanUpLeavesThem() {
        bed.keeping(rule(true)).run();

        new Removal(bed.engine).session("simulated");

        assertThat(names()).hasSize(7).allMatch(it -> it.startsWith("interop-kept-simulated-"));
    }

    @Test
    void theContainersOfAnotherCellAreRemovedOnceItIsJudged() {
        var during = new ArrayList<String>();
        bed.keeping(new KeepRule() {
                    @Override
                    public boolean keeps(Recording recording) {
                        assertThat(recording.ending(ContainerRole.CLIENT)).isPresent();
                        during.addAll(names());
                        return false;
                    }

                    @Override
                    public void kept(KeptCell cell) {
                        throw new AssertionError("not kept");
                    }
                })
                .run();

        assertThat(during).anyMatch(it -> it.endsWith("-client")).anyMatch(it -> it.endsWith("-server"));
        assertThat(names()).hasSize(4).allMatch(it -> it.endsWith("-sandbox") || it.endsWith("-guard"));
    }

    @Test
    void theyAreRemovedIfTheyCannotBeJudged() {
        bed.keeping(new KeepRule() {
            @Override
            public boolean keeps(Recording recording) {
                throw new IllegalStateException("the judge failed");
            }

            @Override
            public void kept(KeptCell cell) {
                throw new AssertionError("not kept");
            }
        });

        assertThatThrownBy(bed::run).hasMessage("the judge failed");
        assertThat(names()).noneMatch(it -> it.endsWith("-client"));
    }

    @Test
    void theyAreRemovedIfTheEngineDoesNotKeepThem() {
        bed.engine.fails("renameContainer", new EngineFailure(EngineFailure.Kind.REFUSED, "no such name"));

        bed.keeping(rule(true)).run();

        assertThat(kept).isEmpty();
        assertThat(names()).noneMatch(it -> it.endsWith("-client"));
    }

    private List<String> names() {
        return bed.engine.containers(Owner.SESSION).stream()
                .map(ContainerFacts::name)
                .toList();
    }

    private KeepRule rule(boolean keeps) {
        return new KeepRule() {
            @Override
            public boolean keeps(Recording recording) {
                return keeps;
            }

            @Override
            public void kept(KeptCell cell) {
                kept.add(cell);
            }
        };
    }
}
