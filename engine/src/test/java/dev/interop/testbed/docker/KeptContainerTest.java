package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.testbed.OpenTestbed;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.tool.ToolImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("container")
@Timeout(60)
class KeptContainerTest {
    @Test
    void testcontainersCanUseAContainerThatWasStartedByUs() throws Exception {
        var threads = Executors.newCachedThreadPool();
        var client = EngineAddress.connect().client();
        var containers = new EngineContainers(
                client, () -> EnforcedLimits.ALL, new Deadline(threads, client), new OpenCallbacks());
        var prepared = new ArrayList<Boolean>();
        try (var container = new KeptContainer(
                client,
                containers,
                spec(),
                id -> prepared.add(containers.state(id).running()))) {
            container.start();
            var id = container.getContainerId();

            assertThat(prepared).containsExactly(false);
            assertThat(container.isRunning()).isTrue();
            assertThat(container.execInContainer("echo", "here").getStdout()).isEqualTo("here\n");

            container.stop();
            assertThatThrownBy(() -> containers.state(id)).isInstanceOf(EngineFailure.class);
        } finally {
            threads.shutdownNow();
        }
    }

    private static ContainerSpec spec() {
        var owner = Owner.current(OpenTestbed.newSession());
        return new ContainerSpec(
                "interop-" + owner.session() + "-kept",
                ToolImage.SANDBOX.defaultReference(),
                owner.labels(),
                Program.of(List.of("sleep", "60")).as("0"),
                Networking.none(),
                Privilege.TOOL,
                new Resources(64L << 20, 64, 1));
    }
}
