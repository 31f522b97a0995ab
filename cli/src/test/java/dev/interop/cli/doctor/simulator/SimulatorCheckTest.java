package dev.interop.cli.doctor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.NoteListener;
import dev.interop.UserError;
import dev.interop.cli.doctor.Diagnosis;
import dev.interop.config.Settings;
import dev.interop.run.DockerBackend;
import dev.interop.testbed.context.TestbedOptions;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.image.DockerBuild;
import dev.interop.testbed.tool.ToolImage;
import dev.interop.testbed.tool.ToolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The self-test of real simulators: the product's own, and one that does not do what it is asked for. */
@Tag("container")
@Isolated("it measures times")
class SimulatorCheckTest {
    private static final String LYING = "localhost/interop-test/lying-simulator:local";

    /** Each scenario is another one: a longer and faster link without losses, alterations, windows or rebindings. */
    private static final String DOCKERFILE = """
            FROM %s AS simulator
            FROM localhost/interop/endpoint:local
            COPY --from=simulator / /simulator
            LABEL dev.interop.simulator.seed=true
            ENTRYPOINT ["sh", "-c", "export SCENARIO=\\"$(echo $SCENARIO | sed -E \\
            '/rebind-addr/s/^rebind/rebinding/;s/--delay=15ms --bandwidth=10/--delay=25ms --bandwidth=20/;\\
            s/--queue=25/--queue=60/;\\
            s/^(drop-rate|corrupt-rate|droplist|blackhole|rebind) /simple-p2p /;\\
            /^simple-p2p/s/ --(rate|burst|drops|on|off|repeat|direction|first|rebind)[^ ]*//g')\\"; \\
            mkdir -p /logs; exec /simulator/lib64/ld-linux-x86-64.so.2 --library-path \\
            /simulator/lib/x86_64-linux-gnu:/simulator/usr/lib/x86_64-linux-gnu /simulator/sim"]
            """;

    @TempDir
    Path folder;

    private List<Diagnosis> measured(String image) {
        var found = new ArrayList<Diagnosis>();
        new SimulatorCheck(image, toolOptions(true), options()).run(found::add);
        return found;
    }

    private static TestbedOptions options() {
        var session = "sim-test-" + ProcessHandle.current().pid();
        return DockerBackend.testbedOptions(Settings.read(parameter -> Optional.empty()), session, it -> {});
    }

    private ToolOptions toolOptions(boolean build) {
        return new ToolOptions(
                Optional.empty(),
                PullPolicy.MISSING,
                build,
                Optional.empty(),
                Optional.empty(),
                folder.resolve("builds"),
                NoteListener.SILENT);
    }

    @Test
    void aMissingImageThatIsNotToBeBuiltIsRefused() {
        var check = new SimulatorCheck("localhost/interop-test/none:local", toolOptions(false), options());

        assertThatThrownBy(() -> check.run(it -> {}))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "image localhost/interop-test/none:local is not on this machine and not to be built");
    }

    @Test
    void theProductsSimulatorDoesWhatItIsAskedFor() {
        assertThat(measured(ToolImage.SIMULATOR.defaultReference()))
                .hasSizeGreaterThan(33)
                .allSatisfy(it -> assertThat(it.state()).as(it.toString()).isEqualTo(Diagnosis.State.GOOD));
    }

    @Test
    @Tag("long")
    void aSimulatorThatLiesIsFoundOutInEachScenario() throws IOException {
        build();

        var found = measured(LYING);

        assertThat(found)
                .filteredOn(it -> it.state() == Diagnosis.State.BAD)
                .extracting(Diagnosis::subject)
                .contains(
                        "round trip, IPv4",
                        "round trip, IPv6",
                        "throughput to server, IPv4",
                        "throughput to server, IPv6",
                        "throughput to client, IPv4",
                        "throughput to client, IPv6",
                        "queue to server, IPv4",
                        "queue to server, IPv6",
                        "queue to client, IPv4",
                        "queue to client, IPv6",
                        "loss to server, IPv4",
                        "loss to server, IPv6",
                        "loss to client",
                        "corruption, IPv4",
                        "corruption, IPv6",
                        "corruption to client",
                        "droplist to server",
                        "droplist to client",
                        "blackhole, IPv4",
                        "blackhole, IPv6",
                        "blackhole to client",
                        "rebind-port, IPv4",
                        "rebind-port, IPv6",
                        "rebind-port, old bindings, IPv4",
                        "rebind-port, old bindings, IPv6",
                        "rebind-addr");
        assertThat(found)
                .filteredOn(it -> it.subject().equals("rebind-addr"))
                .singleElement()
                .satisfies(it -> assertThat(it.seen())
                        .startsWith("not known to this image: sim: scenario 'rebinding' is not known"));
    }

    private void build() throws IOException {
        var file = Files.writeString(
                folder.resolve("Dockerfile"), DOCKERFILE.formatted(ToolImage.SIMULATOR.defaultReference()));
        var log = folder.resolve("log");
        try (var engine = Engine.connect()) {
            var code = DockerBuild.with(engine.facts().host(), Optional.empty(), Duration.ofMinutes(2))
                    .build(new DockerBuild.Dockerfile(LYING, file, folder, Map.of()), Map.of(), log);
            assertThat(code).as(Files.readString(log)).isZero();
        }
    }
}
