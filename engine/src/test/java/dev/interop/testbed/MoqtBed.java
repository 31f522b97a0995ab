package dev.interop.testbed;

import dev.interop.ProtocolVersion;
import dev.interop.moqt.MoqtProtocol;
import dev.interop.plan.Cell;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Route;
import dev.interop.recording.Recording;
import dev.interop.registry.ContractMapping;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testbed.lane.Lane;
import dev.interop.testbed.tool.ToolImage;
import dev.interop.testing.Implementations;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A testbed for MoQT cells, and the endpoints to run in them. */
final class MoqtBed implements AutoCloseable {
    /** The image of aiomoqt, for both roles. */
    static final String AIOMOQT = "localhost/interop/aiomoqt:local";

    private final AtomicInteger cells = new AtomicInteger();
    private final Path folder;
    private final DockerTestbed testbed;

    MoqtBed(Path folder, int lanes) {
        this.folder = folder;
        testbed = DockerTestbed.open(SampleOptions.of(OpenTestbed.newSession())
                .withLanes(lanes)
                .withSimulatorImage(
                        System.getProperty("interop.simulator.image", ToolImage.SIMULATOR.defaultReference())));
    }

    DockerTestbed testbed() {
        return testbed;
    }

    Lane lane() {
        return testbed.lanes().get(0);
    }

    static Route route(String transport, String draft) {
        return new Route(
                transport,
                Optional.of(transport),
                Optional.of(ProtocolVersion.of(draft)),
                Optional.empty(),
                Optional.empty());
    }

    /** aiomoqt as client and relay. */
    static Implementation aiomoqt() {
        return implementation("aiomoqt", endpoint(AIOMOQT, Map.of()), endpoint(AIOMOQT, Map.of()));
    }

    /** An image that gets its draft version like aiomoqt. */
    static Endpoint endpoint(String image, Map<String, String> env) {
        return new Endpoint(
                Optional.of(image),
                Optional.empty(),
                env,
                Optional.empty(),
                List.of(),
                Stream.of("draft-18", "draft-16", "draft-14")
                        .map(ProtocolVersion::of)
                        .toList(),
                Set.of(),
                new ContractMapping(List.of(), Optional.empty(), Map.of(), Map.of(), Optional.of("DRAFT")),
                Map.of());
    }

    static Implementation implementation(String name, Endpoint client, Endpoint relay) {
        return Implementations.of("moqt", name, Map.of(Role.CLIENT, client, MoqtProtocol.RELAY, relay), "draft-18");
    }

    /** Runs a cell of aiomoqt with itself. */
    Recording run(Route route, String test, Consumer<byte[]> clientStdout) {
        return testbed.run(lane(), job(new MoqtProtocol(), aiomoqt(), aiomoqt(), route, test, clientStdout));
    }

    CellJob job(
            Protocol protocol,
            Implementation client,
            Implementation relay,
            Route route,
            String test,
            Consumer<byte[]> clientStdout) {
        return new CellJob(
                new Cell(protocol, client, relay, route, protocol.testCase(test).orElseThrow(), 7),
                folder.resolve("cell-" + cells.incrementAndGet()),
                clientStdout);
    }

    @Override
    public void close() {
        testbed.close();
    }
}
