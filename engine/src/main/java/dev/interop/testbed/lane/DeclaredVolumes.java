package dev.interop.testbed.lane;

import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.DiskSpace;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.Program;
import dev.interop.testbed.docker.Resources;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The volumes that the image of a container declares. The engine counts what is in them neither as the container's nor by itself,
 * so an agent in a container beside it does. That one starts before the container, since nothing starts on a full disk.
 */
@API(status = Status.INTERNAL)
public final class DeclaredVolumes implements Closeable {
    private static final String PLACE = "/of";
    private static final long MEMORY_BYTES = 64L << 20;
    private static final long PIDS = 16;

    private final TestbedContext context;
    private final AgentConnection agent;
    private final List<String> folders;
    private final String counter;

    private DeclaredVolumes(TestbedContext context, String role, Map<String, String> volumes) {
        this.context = context;
        this.agent = new AgentConnection("the counter of " + role + "'s volumes", context.time());
        this.folders = volumes.keySet().stream().sorted().toList();
        this.counter = agent.start(
                context.engine(),
                new ContainerSpec(
                                context.containerName(role + "-volumes"),
                                context.images()
                                        .find(context.options().sandboxImage())
                                        .id(),
                                context.owner().labels(),
                                Program.of(Stream.concat(AgentConnection.COMMAND.stream(), folders.stream())
                                                .toList())
                                        .withOpenInput(),
                                Networking.none(),
                                Privilege.READER,
                                new Resources(MEMORY_BYTES, PIDS, context.cpus()))
                        .reading(volumes));
    }

    /**
     * The volumes of a container that joins a sandbox, beside those that it shares; empty if it has no others.
     *
     * @param container its id
     * @param role its role, for names
     * @throws EngineFailure when they cannot be counted
     */
    public static Optional<DeclaredVolumes> of(TestbedContext context, String container, String role) {
        var volumes = context.engine().volumesOf(container).entrySet().stream()
                .filter(it -> !SandboxFolders.isShared(it.getKey()))
                .collect(Collectors.toMap(it -> PLACE + it.getKey(), Map.Entry::getValue));
        return volumes.isEmpty() ? Optional.empty() : Optional.of(new DeclaredVolumes(context, role, volumes));
    }

    /**
     * What is in them; empty if they hold more files than can be counted in some seconds.
     *
     * @throws EngineFailure when there is no answer
     */
    public Optional<DiskSpace> used() {
        return AgentFolders.space(agent.ask("used " + String.join(" ", folders)));
    }

    @Override
    public void close() {
        agent.end();
        context.engine().removeContainer(counter);
    }
}
