package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.context.OutputDisk;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.tool.ToolContainer.ToolExit;
import dev.interop.testbed.tool.ToolImage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tools in a container of a testbed: one connection to the engine and one guard for both. */
@Timeout(30)
class TestbedToolsTest {
    private static final String TOOLS = ToolImage.TSHARK.defaultReference();

    private final SimulatedTime time = new SimulatedTime();
    private final FakeContainerBackend engine = new FakeContainerBackend(time)
            .withImage(Scripted.IMAGE, Map.of("dev.interop.simulator.seed", "true"))
            .withImage(TOOLS, Map.of());
    private final DockerTestbed testbed = DockerTestbed.open(
            SampleOptions.of("simulated").withSimulatorImage(Scripted.IMAGE),
            List.of(),
            engine,
            new Machine(
                    time,
                    time.clock(),
                    SimulatedTime.threads(),
                    OutputDisk.files(Runnable::run),
                    ShutdownHooks.RUNTIME));

    @AfterEach
    void close() {
        testbed.close();
    }

    @Test
    void theirContainerIsARunsOwnAndGoesWithIt() throws IOException {
        var exit = testbed.tools(TOOLS).run(Map.of(), List.of("tshark"), InputStream::readAllBytes);

        assertThat(exit).isEqualTo(new ToolExit(0, ""));
        assertThat(engine.containerNames()).contains("interop-simulated-tools-1");

        testbed.close();

        assertThat(engine.isEmpty()).isTrue();
    }

    @Test
    void theirContainerStartsBeforeTheFirstCommand() {
        testbed.tools(TOOLS);

        assertThat(engine.containerNames()).contains("interop-simulated-tools-1");
    }

    @Test
    void aContainerThatCannotBeStartedAheadFailsTheCommandOnly() {
        engine.fails("startContainer", new EngineFailure(EngineFailure.Kind.REFUSED, "no more processes"));

        var tools = testbed.tools(TOOLS);

        assertThatThrownBy(() -> tools.run(Map.of(), List.of("tshark"), InputStream::readAllBytes))
                .isInstanceOf(EngineFailure.class)
                .hasMessage("no more processes");
    }

    @Test
    void aCommandAfterTheLanesWereMadeAnewGetsANewContainer() throws IOException {
        var tools = testbed.tools(TOOLS);
        tools.run(Map.of(), List.of("tshark"), InputStream::readAllBytes);

        assertThat(testbed.recover(Duration.ofSeconds(10))).isTrue();
        assertThat(engine.containerNames()).doesNotContain("interop-simulated-tools-1");

        assertThat(tools.run(Map.of(), List.of("tshark"), InputStream::readAllBytes))
                .isEqualTo(new ToolExit(0, ""));
        assertThat(engine.containerNames()).contains("interop-simulated-tools-2");
    }

    @Test
    void aCommandAfterTheTestbedIsCancelledAndMakesNoContainer() {
        var tools = testbed.tools(TOOLS);
        testbed.close();

        assertThatThrownBy(() -> tools.run(Map.of(), List.of("tshark"), InputStream::readAllBytes))
                .isInstanceOf(CancellationException.class);
        assertThat(engine.isEmpty()).isTrue();
    }

    @Test
    void aMissingImageIsTheUsersToName() {
        assertThatThrownBy(() -> testbed.tools("localhost/interop-test/none:1"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("localhost/interop-test/none:1");
    }
}
