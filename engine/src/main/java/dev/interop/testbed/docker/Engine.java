package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.AttachContainerCmd;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.DockerObjectAccessor;
import com.github.dockerjava.api.model.WaitResponse;
import dev.interop.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The container engine. Every call has a limit and throws nothing but {@link EngineFailure}. Safe for use by several
 * threads.
 */
public final class Engine implements AutoCloseable {
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Duration PULL = Duration.ofMinutes(10);

    private final DockerClient client;
    private final ArchiveDownload archives;
    private final Distribution distribution;
    private final String host;
    private final boolean tls;
    private final ExecutorService threads;
    private final Deadline within;

    private Engine(EngineAddress.Connected connected) {
        this.client = connected.client();
        this.archives = connected.archives();
        this.distribution = connected.distribution();
        this.host = connected.host();
        this.tls = connected.tls();
        this.threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "interop-engine");
            thread.setDaemon(true);
            return thread;
        });
        this.within = new Deadline(threads);
    }

    /**
     * Finds the engine and makes sure that it answers.
     *
     * @throws UserError when it does not
     */
    public static Engine connect() {
        return new Engine(EngineAddress.connect());
    }

    /** Where it is reached, such as {@code unix:///var/run/docker.sock}. */
    public String host() {
        return host;
    }

    /** Whether the way to it is encrypted. */
    public boolean tls() {
        return tls;
    }

    /** What it says of itself. */
    public EngineFacts facts() {
        return within.call(SHORT, "asking for its version", () -> {
            var version = client.versionCmd().exec();
            var info = client.infoCmd().exec();
            return new EngineFacts(
                    host,
                    orEmpty(version.getVersion()),
                    orEmpty(version.getApiVersion()),
                    orEmpty(info.getOperatingSystem()),
                    orEmpty(info.getArchitecture()),
                    info.getNCPU() == null ? 1 : info.getNCPU(),
                    info.getMemTotal() == null ? 0 : info.getMemTotal(),
                    String.valueOf(info.getRawValues().getOrDefault("CgroupVersion", "1")),
                    orEmpty(info.getDockerRootDir()));
        });
    }

    /** The image of this reference, if it is on this machine. */
    public Optional<ImageFacts> image(String reference) {
        return within.call(SHORT, "looking for " + reference, () -> {
            try {
                var image = client.inspectImageCmd(reference).exec();
                var config = image.getConfig();
                var labels = config == null ? null : config.getLabels();
                return Optional.of(new ImageFacts(orEmpty(image.getId()), labels == null ? Map.of() : labels));
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /** The platform of its containers, such as {@code linux/amd64}. */
    public String platform() {
        return within.call(SHORT, "asking for its platform", () -> {
            var version = client.versionCmd().exec();
            return orEmpty(version.getOperatingSystem()) + "/" + orEmpty(version.getArch());
        });
    }

    /**
     * The platforms that an image is made for: that of the one on this machine, and those that its registry has. Empty
     * when it is not on this machine.
     */
    public Set<String> platforms(String reference) {
        return within.call(SHORT, "asking for the platforms of " + reference, () -> {
            var all = new TreeSet<String>();
            try {
                var image = client.inspectImageCmd(reference).exec();
                all.add(orEmpty(image.getOs()) + "/" + orEmpty(image.getArch()));
            } catch (NotFoundException e) {
                return Set.of();
            }
            if (!reference.startsWith("localhost/")) {
                try {
                    all.addAll(distribution.platforms(reference));
                } catch (IOException e) {
                    // A registry that cannot be asked now adds nothing to what is here.
                    return all;
                }
            }
            return all;
        });
    }

    /** Removes a reference to an image, and the image with its last one; one that is gone is fine. */
    public void removeImage(String reference) {
        within.call(SHORT, "removing " + reference, () -> {
            try {
                client.removeImageCmd(reference).exec();
            } catch (NotFoundException e) {
                return false;
            }
            return true;
        });
    }

    /** Fetches an image from its registry. */
    public void pull(String reference) {
        within.call(PULL, "pulling " + reference, () -> {
            var tagged = reference.contains("@") || reference.matches(".*:[^/]+") ? reference : reference + ":latest";
            var pull = new Pull();
            client.pullImageCmd(tagged).exec(pull);
            pull.await(PULL);
            return true;
        });
    }

    /** Makes a network and gives its id. */
    public String createNetwork(NetworkSpec spec) {
        return within.call(
                SHORT,
                "creating network " + spec.name(),
                () -> CreateNetwork.command(client, spec).exec().getId());
    }

    /** Makes a network that leads out, as the engine's own default one does. */
    public void createOpenNetwork(String name, Map<String, String> labels) {
        within.call(
                SHORT,
                "creating network " + name,
                () -> client.createNetworkCmd()
                        .withName(name)
                        .withDriver("bridge")
                        .withCheckDuplicate(true)
                        .withLabels(labels)
                        .exec());
    }

    /** All containers, running or not, that carry a label of this name. */
    public List<ContainerFacts> containers(String label) {
        return within.call(
                SHORT,
                "listing containers",
                () -> client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(label)).exec().stream()
                        .map(it -> new ContainerFacts(it.getId(), it.getLabels() == null ? Map.of() : it.getLabels()))
                        .toList());
    }

    /** All networks with their subnets. */
    public List<NetworkFacts> networks() {
        return within.call(
                SHORT,
                "listing networks",
                () -> client.listNetworksCmd().exec().stream()
                        .map(NetworkFacts::of)
                        .toList());
    }

    /** Removes a network; one that is gone is fine. */
    public void removeNetwork(String id) {
        within.call(SHORT, "removing a network", () -> {
            try {
                client.removeNetworkCmd(id).exec();
            } catch (NotFoundException e) {
                return false;
            }
            return true;
        });
    }

    /**
     * Creates a container and gives its id.
     *
     * @param lockMemory whether it may lock 64 MiB, as some implementations want
     */
    public String create(ContainerSpec spec, boolean lockMemory) {
        return within.call(SHORT, "creating " + spec.name(), () -> {
            var id = CreateContainer.command(client, spec, lockMemory).exec().getId();
            if (spec.networking() instanceof Networking.Own own) {
                own.networks().stream().skip(1).forEach(it -> connect(id, it));
            }
            return id;
        });
    }

    private void connect(String id, Attachment attachment) {
        var place = new ContainerNetwork()
                .withIpamConfig(new ContainerNetwork.Ipam()
                        .withIpv4Address(attachment.ipv4())
                        .withIpv6Address(attachment.ipv6()));
        // Engines from 28.1 on number interfaces at random unless told; older ones do it by the networks' names.
        DockerObjectAccessor.overrideRawValue(
                place, "DriverOpts", Map.of("com.docker.network.endpoint.ifname", "eth1"));
        client.connectToNetworkCmd()
                .withContainerId(id)
                .withNetworkId(attachment.network())
                .withContainerNetwork(place)
                .exec();
    }

    /** Unpacks an archive into a container, which need not run. */
    public void copyIn(String id, String folder, InputStream tar) {
        within.call(LONG, "copying into a container", () -> {
            client.copyArchiveToContainerCmd(id)
                    .withRemotePath(folder)
                    .withTarInputStream(tar)
                    .exec();
            return true;
        });
    }

    /**
     * Hands a container's folder as an archive to {@code reader}.
     *
     * @return false if there is no such folder
     * @throws IOException what the reader throws
     */
    public boolean copyOut(String id, String folder, ArchiveReader reader) throws IOException {
        try {
            return within.call(LONG, "copying out of a container", () -> {
                try {
                    return archives.read(id, folder, reader);
                } catch (IOException e) {
                    throw new CopyBroken(e);
                }
            });
        } catch (EngineFailure e) {
            if (e.getCause() instanceof CopyBroken broken) {
                throw broken.why;
            }
            throw e;
        }
    }

    /** Streams a container's output from its first line on; to be called before it starts. */
    public Output attach(String id, OutputSink sink) {
        return attach(client.attachContainerCmd(id), sink);
    }

    /** As {@link #attach}, for a container whose input comes from here. */
    public Output converse(String id, InputStream stdin, OutputSink sink) {
        return attach(client.attachContainerCmd(id).withStdIn(stdin), sink);
    }

    private Output attach(AttachContainerCmd command, OutputSink sink) {
        var output = new Output(sink);
        return within.call(SHORT, "attaching to a container", () -> {
            command.withStdOut(true).withStdErr(true).withFollowStream(true).exec(output);
            output.awaitStarted();
            return output;
        });
    }

    /**
     * Begins a command in a running container.
     *
     * @param user the number of the user who runs it
     * @param sink gets its output; may block, which makes the command wait
     */
    public Execution execute(String id, List<String> command, String user, OutputSink sink) {
        return within.call(SHORT, "executing in a container", () -> {
            var execution = client.execCreateCmd(id)
                    .withCmd(command.toArray(String[]::new))
                    .withUser(user)
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .exec()
                    .getId();
            var output = new Output(sink);
            client.execStartCmd(execution).exec(output);
            return new Execution(execution, output);
        });
    }

    /** The exit code of a command whose output has ended. */
    public int exitCode(Execution execution) {
        return within.call(SHORT, "asking for an exit code", () -> {
            var code = client.inspectExecCmd(execution.id()).exec().getExitCodeLong();
            if (code == null) {
                throw new EngineFailure(EngineFailure.Kind.LOST, "a command's output broke off before its end");
            }
            return code.intValue();
        });
    }

    /** Starts a container. */
    public void start(String id) {
        within.call(
                LONG, "starting a container", () -> client.startContainerCmd(id).exec());
    }

    /** Becomes the exit code of a container that was started. */
    public CompletableFuture<Integer> exit(String id) {
        var exit = new CompletableFuture<Integer>();
        client.waitContainerCmd(id).exec(new WaitContainerResultCallback() {
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
        return exit;
    }

    /** Asks a container to end and kills it after the grace; one that has ended is fine. */
    public void stop(String id, Duration grace) {
        within.call(SHORT.plus(grace), "stopping a container", () -> {
            try {
                client.stopContainerCmd(id).withTimeout((int) grace.toSeconds()).exec();
            } catch (NotModifiedException | NotFoundException e) {
                return false;
            }
            return true;
        });
    }

    /** What a container is doing. */
    public ContainerState state(String id) {
        return within.call(SHORT, "looking at a container", () -> {
            var state = client.inspectContainerCmd(id).exec().getState();
            var code = state.getExitCodeLong();
            return new ContainerState(
                    Boolean.TRUE.equals(state.getRunning()),
                    code == null ? -1 : code.intValue(),
                    Boolean.TRUE.equals(state.getOOMKilled()),
                    orEmpty(state.getError()));
        });
    }

    /** Removes a container with its volumes, running or not; one that is gone is fine. */
    public void removeContainer(String id) {
        within.call(SHORT, "removing a container", () -> {
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

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            archives.close();
            distribution.close();
            client.close();
        } catch (IOException e) {
            // Nothing depends on a connection that is closed anyway.
            return;
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static final class CopyBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient IOException why;

        CopyBroken(IOException why) {
            super(why);
            this.why = why;
        }
    }
}
