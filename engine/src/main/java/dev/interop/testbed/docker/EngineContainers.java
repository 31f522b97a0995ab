package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.DockerObjectAccessor;
import com.github.dockerjava.api.model.WaitResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The containers of the engine, from creation to removal. */
final class EngineContainers {
    private final DockerClient client;
    private final Supplier<EnforcedLimits> limits;
    private final Deadline within;
    private final OpenCallbacks open;

    /**
     * @param limits the limits of containers that the engine enforces
     */
    EngineContainers(DockerClient client, Supplier<EnforcedLimits> limits, Deadline within, OpenCallbacks open) {
        this.client = client;
        this.limits = limits;
        this.within = within;
        this.open = open;
    }

    /** All containers, running or not, that carry a label of this name. */
    List<ContainerFacts> labelled(String label) {
        return within.call(
                Deadline.SHORT,
                "listing containers",
                () -> client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(label)).exec().stream()
                        .map(it -> new ContainerFacts(
                                it.getId(), name(it.getNames()), Objects.requireNonNullElse(it.getLabels(), Map.of())))
                        .toList());
    }

    /** Its own name: those of links to it have further slashes. */
    private static String name(String[] names) {
        return names == null
                ? ""
                : Stream.of(names)
                        .filter(it -> it.lastIndexOf('/') == 0)
                        .findFirst()
                        .map(it -> it.substring(1))
                        .orElse("");
    }

    /** Gives a container another name. */
    void rename(String id, String name) {
        within.call(
                Deadline.SHORT,
                "renaming a container",
                () -> client.renameContainerCmd(id).withName(name).exec());
    }

    /** Creates a container and returns its id. */
    String create(ContainerSpec spec) {
        var enforced = limits.get();
        return within.call(Deadline.SHORT, "creating " + spec.name(), () -> {
            var id = CreateContainer.command(client, spec, enforced).exec().getId();
            if (spec.networking() instanceof Networking.Own own) {
                own.networks().stream().skip(1).forEach(it -> connect(id, it));
            }
            return id;
        });
    }

    private void connect(String id, NetworkAttachment attachment) {
        var endpoint = new ContainerNetwork()
                .withIpamConfig(new ContainerNetwork.Ipam()
                        .withIpv4Address(attachment.ipv4())
                        .withIpv6Address(attachment.ipv6()));
        // Engines from 28.1 on number interfaces at random unless told; older ones do it by the networks' names.
        DockerObjectAccessor.overrideRawValue(
                endpoint, "DriverOpts", Map.of("com.docker.network.endpoint.ifname", "eth1"));
        client.connectToNetworkCmd()
                .withContainerId(id)
                .withNetworkId(attachment.network())
                .withContainerNetwork(endpoint)
                .exec();
    }

    /** How many bytes a container has written to its own file system, without its volumes. The engine counts its files. */
    long written(String id) {
        return within.call(Deadline.SHORT, "counting what a container wrote", () -> {
            var written = client.inspectContainerCmd(id).withSize(true).exec().getSizeRw();
            return written == null ? 0 : written;
        });
    }

    /** How many files a container has made, changed or removed in its own file system. The engine lists them all. */
    long filesWritten(String id) {
        return within.call(Deadline.SHORT, "counting the files that a container wrote", () ->
                (long) client.containerDiffCmd(id).exec().size());
    }

    /** The volumes that a container was created with: folder → volume. */
    Map<String, String> volumes(String id) {
        return within.call(
                Deadline.SHORT,
                "looking at a container's volumes",
                () -> client.inspectContainerCmd(id).exec().getMounts().stream()
                        .collect(Collectors.toMap(
                                it -> it.getDestination().getPath(), InspectContainerResponse.Mount::getName)));
    }

    /** Starts a container. */
    void start(String id) {
        within.call(
                Deadline.LONG,
                "starting a container",
                () -> client.startContainerCmd(id).exec());
    }

    /** Creates, prepares and starts a container that is kept, and returns its id. */
    String startKept(ContainerSpec spec, Consumer<String> prepare) {
        // The container is removed by its id or with its run, like all others.
        @SuppressWarnings("resource")
        var container = new KeptContainer(client, this, spec, prepare);
        container.start();
        return container.getContainerId();
    }

    /** Becomes the exit code of a container that was started. */
    CompletableFuture<Integer> exit(String id) {
        var exit = new CompletableFuture<Integer>();
        var waiting = client.waitContainerCmd(id).exec(new WaitContainerResultCallback() {
            @Override
            public void onNext(WaitResponse response) {
                exit.complete(response.getStatusCode());
            }

            @Override
            public void onError(Throwable thrown) {
                exit.completeExceptionally(EngineFailure.of(thrown, "waiting for a container"));
                super.onError(thrown);
            }

            @Override
            public void onComplete() {
                exit.completeExceptionally(new EngineFailure(
                        EngineFailure.Kind.LOST, "the container engine went away while a container ran"));
                super.onComplete();
            }
        });
        open.add(waiting, exit);
        return exit;
    }

    /** Asks a container to end and kills it after the grace. An ended container is no error. */
    void stop(String id, Duration grace) {
        within.call(Deadline.SHORT.plus(grace), "stopping a container", () -> {
            try {
                client.stopContainerCmd(id).withTimeout((int) grace.toSeconds()).exec();
            } catch (NotModifiedException | NotFoundException e) {
                return false;
            }
            return true;
        });
    }

    /** The state of a container. */
    ContainerState state(String id) {
        return within.call(Deadline.SHORT, "looking at a container", () -> {
            var state = client.inspectContainerCmd(id).exec().getState();
            var code = state.getExitCodeLong();
            return new ContainerState(
                    Boolean.TRUE.equals(state.getRunning()),
                    code == null ? -1 : code.intValue(),
                    Boolean.TRUE.equals(state.getOOMKilled()),
                    Objects.requireNonNullElse(state.getError(), ""));
        });
    }

    /**
     * The processes in a container.
     *
     * @throws EngineFailure when it does not run, or the engine's machine has another {@code ps} than that of procps
     */
    List<ContainerProcess> processes(String id) {
        return within.call(
                Deadline.SHORT,
                "looking at a container's processes",
                () -> Stream.of(client.topContainerCmd(id)
                                .withPsArgs("-eo pid,ppid,stat,caught,args")
                                .exec()
                                .getProcesses())
                        .map(EngineContainers::process)
                        .toList());
    }

    private static ContainerProcess process(String[] columns) {
        return new ContainerProcess(
                Long.parseLong(columns[0]),
                Long.parseLong(columns[1]),
                columns[2],
                Long.parseUnsignedLong(columns[3], 16),
                columns[4]);
    }

    /** Removes a container with its volumes, running or not. A missing container is no error. */
    void remove(String id) {
        within.call(Deadline.SHORT, "removing a container", () -> {
            try {
                client.removeContainerCmd(id)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (NotFoundException | ConflictException e) {
                // Gone, or another removal of it is under way.
                return false;
            }
            return true;
        });
    }
}
