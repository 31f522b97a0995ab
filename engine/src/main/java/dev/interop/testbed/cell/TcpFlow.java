package dev.interop.testbed.cell;

import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.lane.SandboxPool;
import dev.interop.testbed.lane.SandboxSlot;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A TCP flow beside a cell's own, in the direction of a download, over the same simulated link. Its two ends are containers
 * of the product's own at addresses of their own. It begins once the simulator runs, and lasts until the cell ends.
 */
final class TcpFlow implements Closeable {
    private static final String RECEIVER = "tcp-receiver";
    private static final String SENDER = "tcp-sender";
    private static final Duration STOP_GRACE = Duration.ofSeconds(1);

    private final TestbedContext context;
    private final SandboxPool sandboxes;
    private final ContainerSpecs specs;
    private final SlotLeases leases;
    private final List<CellContainer> ends = new ArrayList<>();

    TcpFlow(TestbedContext context, SandboxPool sandboxes) {
        this.context = context;
        this.sandboxes = sandboxes;
        this.specs = new ContainerSpecs(context, sandboxes);
        this.leases = new SlotLeases(sandboxes);
    }

    /**
     * Starts both ends.
     *
     * @param folder the cell's folder, for their output
     * @throws EngineFailure when the image is missing or an end cannot be started
     * @throws IOException when the folder cannot be written
     */
    void start(Path folder, MergedOutput merged) throws IOException {
        var image = context.images().find(context.options().iperfImage());
        start(SENDER, SandboxSlot.TCP_SERVER, image, List.of("server"), folder, merged);
        start(RECEIVER, SandboxSlot.TCP_CLIENT, image, List.of("client", sandboxes.tcpServer()), folder, merged);
    }

    private void start(
            String name, SandboxSlot slot, ImageFacts image, List<String> arguments, Path folder, MergedOutput merged)
            throws IOException {
        var networking = sandboxes.watch(slot);
        sandboxes.viaSimulator(slot);
        var limit = context.options().limits().outputBytes();
        var end = new CellContainer(
                context,
                slot.role(),
                specs.tcpEnd(name, image, arguments, networking),
                List.of(),
                sandboxes.folders(slot, networking),
                new ContainerOutput(name, folder.resolve(name), merged, limit, line -> {}, bytes -> {}));
        ends.add(end);
        leases.enter(end, slot);
        end.prepare();
        end.start();
    }

    /** Stops both ends. The fault is that of a flow that did not last as long as the cell. */
    Optional<Fault> end() {
        // Before any is stopped: an end whose peer has gone ends by itself.
        var lost = ends.stream().filter(CellContainer::hasEnded).findFirst();
        ends.forEach(it -> it.end(How.STOPPED, STOP_GRACE));
        return lost.map(it -> new Fault(
                Fault.Code.START_FAILED,
                "the TCP flow beside the cell did not last: its %s ended by itself (%s)"
                        .formatted(it.role() == ContainerRole.SERVER ? "sender" : "receiver", lastWords(it))));
    }

    private static String lastWords(CellContainer end) {
        var said = end.output().stderrTail().strip();
        return said.isEmpty() ? "without an error" : said.substring(said.lastIndexOf('\n') + 1);
    }

    /** Removes both ends. */
    @Override
    public void close() {
        for (var end : ends) {
            try (end) {
                leases.leave(end);
            }
        }
        ends.clear();
    }
}
