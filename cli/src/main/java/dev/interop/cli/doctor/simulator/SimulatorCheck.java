package dev.interop.cli.doctor.simulator;

import dev.interop.UserError;
import dev.interop.cli.doctor.Diagnosis;
import dev.interop.plan.Cell;
import dev.interop.protocol.Route;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Origin;
import dev.interop.registry.Role;
import dev.interop.testbed.DockerTestbed;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testbed.context.TestbedOptions;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.image.ScratchFolder;
import dev.interop.testbed.tool.ToolImage;
import dev.interop.testbed.tool.ToolImages;
import dev.interop.testbed.tool.ToolOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Measures a simulator image: whether each scenario of the public simulator's contract does what it is asked for. */
@API(status = Status.INTERNAL)
public final class SimulatorCheck {
    private static final List<Measurement> MEASUREMENTS = List.of(
            new LinkMeasurement(),
            new LossMeasurement(),
            new CorruptionMeasurement(),
            new DroplistMeasurement(),
            new BlackholeMeasurement(),
            new OneWayBlackholeMeasurement(),
            new RebindMeasurement(false),
            new RebindMeasurement(true));

    private static final long SEED = 7;

    private final String image;
    private final ToolOptions toolOptions;
    private final TestbedOptions options;

    /**
     * @param image the simulator's image
     * @param toolOptions how the product's own images are found and built; gets the notes about long steps
     * @param options how the test bed is set up
     */
    public SimulatorCheck(String image, ToolOptions toolOptions, TestbedOptions options) {
        this.image = image;
        this.toolOptions = toolOptions;
        this.options = options;
    }

    /**
     * Runs all measurements, one after the other.
     *
     * @param found gets each finding as soon as it is there
     * @throws UserError when nothing can be run on this machine
     */
    public void run(Consumer<Diagnosis> found) {
        try (var scratch = ScratchFolder.create("interop-simulator-");
                var engine = Engine.connect()) {
            var tools = ToolImages.ready(
                    engine, Map.of(ToolImage.SIMULATOR, image, ToolImage.SANDBOX, options.sandboxImage()), toolOptions);
            TrafficImage.ready(tools.get(ToolImage.SANDBOX), toolOptions.build());
            var own = options.withLanes(1)
                    .withSimulatorImage(tools.get(ToolImage.SIMULATOR))
                    .withSandboxImage(tools.get(ToolImage.SANDBOX));
            try (var testbed = DockerTestbed.open(own, engine)) {
                for (var it : MEASUREMENTS) {
                    measure(testbed, it, scratch.path().resolve(it.name())).forEach(found);
                }
            }
        } catch (IOException e) {
            throw new UserError("the measurements cannot be stored: " + e.getMessage(), e).ofEnvironment();
        }
    }

    private static List<Diagnosis> measure(Testbed testbed, Measurement measurement, Path folder) throws IOException {
        var protocol = new TrafficProtocol(measurement);
        var endpoint = Endpoint.ofImage(TrafficImage.REFERENCE);
        var both = new Implementation(
                "traffic",
                protocol.name(),
                "traffic",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(Role.CLIENT, endpoint, Role.SERVER, endpoint),
                true,
                new Origin(folder, 1));
        var recording = testbed.run(
                testbed.lanes().get(0),
                new CellJob(
                        new Cell(
                                protocol,
                                both,
                                both,
                                Route.direct(),
                                protocol.testCases().get(0),
                                SEED),
                        folder,
                        bytes -> {}));
        var fault = recording.fault();
        if (fault.isPresent()) {
            return List.of(
                    fault.get().code() == Fault.Code.SIMULATOR_FAILED
                            ? bad(
                                    measurement,
                                    "not known to this image" + lastError(recording, ContainerRole.SIM),
                                    "test cases with this scenario need another simulator image")
                            : bad(measurement, "not measured: " + fault.get().text(), "try again"));
        }
        if (!recording.ending(ContainerRole.CLIENT).orElseThrow().exitedWith(0)) {
            var said = lastError(recording, ContainerRole.CLIENT);
            return List.of(bad(measurement, "not measured: the client's traffic did not end" + said, "try again"));
        }
        return measurement.judge(traffic(recording));
    }

    private static Diagnosis bad(Measurement measurement, String seen, String remedy) {
        return new Diagnosis(measurement.name(), Diagnosis.State.BAD, seen, remedy);
    }

    private static String lastError(Recording recording, ContainerRole role) throws IOException {
        return lines(recording.stderr(role))
                .reduce((first, last) -> last)
                .map(it -> ": " + it)
                .orElse("");
    }

    private static Traffic traffic(Recording recording) throws IOException {
        return Traffic.read(
                lines(recording.stdout(ContainerRole.SERVER)), lines(recording.stdout(ContainerRole.CLIENT)));
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.exists(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()
                : Stream.empty();
    }
}
