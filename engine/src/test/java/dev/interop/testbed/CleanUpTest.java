package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.plan.Cell;
import dev.interop.protocol.Route;
import dev.interop.quic.QuicProtocol;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.Removal;
import dev.interop.testbed.cleanup.RunGuard;
import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.NetworkAttachment;
import dev.interop.testbed.docker.NetworkSpec;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.Program;
import dev.interop.testbed.docker.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("container")
@Timeout(120)
class CleanUpTest {
    /** The containers of a cell, three network sandboxes and the guard of the lanes; volumes of images have counters beside. */
    private static final int CONTAINERS = 8;
    /** The volumes: four each of client and server (logs, certificates, files, downloads) and one of the simulator (logs). */
    private static final int VOLUMES = 9;

    @TempDir
    Path folder;

    private final ContainerBackend engine = Engine.connect();
    private final String session = OpenTestbed.newSession();

    @BeforeEach
    void buildImage() {
        Scripted.buildImage(engine);
    }

    @AfterEach
    void close() {
        new Removal(engine).session(session);
        engine.close();
    }

    @Test
    void nothingIsLeftOnceATestbedIsClosed() throws InterruptedException {
        try (var testbed =
                DockerTestbed.open(SampleOptions.of(session).withLanes(1).withSimulatorImage(Scripted.IMAGE))) {
            var test = Scripted.test(Optional.of(Scripted.READY), OpenTestbed.SECONDS_20);
            var endpoint = Scripted.endpoint("exit 0");
            testbed.run(
                    testbed.lanes().get(0),
                    new CellJob(
                            new Cell(new QuicProtocol(), endpoint, endpoint, Route.direct(), test, 1),
                            folder,
                            bytes -> {}));
            assertThat(LeftOver.networks(engine, session)).isEqualTo(2);
            // Those that the image declares go with its containers, which are removed while the next cell could run.
            eventually(() -> LeftOver.volumes(engine, session) == VOLUMES, Duration.ofSeconds(10));
        }

        assertThat(nothingIsLeft()).isTrue();
    }

    /** A kill may come while containers are still created. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, CONTAINERS})
    void nothingIsLeftSecondsAfterAKill(int containers) throws Exception {
        var process = start();
        eventually(() -> LeftOver.containers(engine, session) >= containers, Duration.ofSeconds(60));

        process.destroyForcibly().waitFor();

        eventually(this::nothingIsLeft, Duration.ofSeconds(15));
    }

    @Test
    void nothingIsLeftWhenTheProcessIsAskedToEnd() throws Exception {
        var process = start();
        eventually(() -> LeftOver.containers(engine, session) >= CONTAINERS, Duration.ofSeconds(60));

        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(nothingIsLeft()).isTrue();
    }

    /** An engine does not remove a network that a container of somebody else is in. */
    @Test
    void aNetworkThatCannotBeRemovedIsLeftToTheWatchdog() throws Exception {
        var notes = new ArrayList<String>();
        var guard = RunGuard.open(engine, Owner.current(session), notes::add, ShutdownHooks.RUNTIME);
        var network = guard.backend()
                .createNetwork(new NetworkSpec(
                        session + "-held",
                        "193.167.204",
                        "fd00:cafe:cafe:204::",
                        Owner.current(session).labels()));
        var guest = engine.createContainer(new ContainerSpec(
                session + "-guest",
                Scripted.IMAGE,
                Map.of(),
                Program.of(List.of("sleep", "60")),
                Networking.own(
                        "guest",
                        List.of(),
                        List.of(new NetworkAttachment(network, "193.167.204.9", "fd00:cafe:cafe:204::9"))),
                ContainerSpec.Privilege.TOOL,
                new Resources(64L << 20, 16, 1)));
        try {
            engine.startContainer(guest);

            guard.close();

            assertThat(notes)
                    .singleElement()
                    .asString()
                    .startsWith("not all of this run could be removed: 1 removals failed, the first: ");
            assertThat(LeftOver.networks(engine, session)).isEqualTo(1);
        } finally {
            engine.removeContainer(guest);
        }
        eventually(this::nothingIsLeft, Duration.ofSeconds(15));
    }

    @Test
    void onlyDeadRunsOfThisMachineAreSwept() {
        var alive = Owner.current(session);
        var dead = new Owner(session, alive.host(), alive.pid(), alive.started() - 3_600_000, alive.folder());
        var elsewhere = new Owner(session, "another-machine", alive.pid(), 1, alive.folder());
        create(alive, "a", 201);
        create(dead, "b", 202);
        create(elsewhere, "c", 203);

        new Removal(engine).dead();

        assertThat(engine.networks().stream().map(it -> it.name()))
                .contains(session + "-a", session + "-c")
                .doesNotContain(session + "-b");
    }

    private void create(Owner owner, String name, int octet) {
        engine.createNetwork(new NetworkSpec(
                session + "-" + name, "193.167." + octet, "fd00:cafe:cafe:" + octet + "::", owner.labels()));
    }

    private boolean nothingIsLeft() {
        return left().equals(List.of(0L, 0L, 0L));
    }

    /** How many containers, networks and volumes there are. */
    private List<Long> left() {
        return List.of(
                LeftOver.containers(engine, session),
                LeftOver.networks(engine, session),
                LeftOver.volumes(engine, session));
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        session,
                        folder.resolve("cell").toString())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectErrorStream(true)
                .start();
    }

    private void eventually(BooleanSupplier condition, Duration limit) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() -> "waited for " + limit + "; containers, networks, volumes: " + left())
                    .isLessThan(end);
            Thread.sleep(100);
        }
    }
}
