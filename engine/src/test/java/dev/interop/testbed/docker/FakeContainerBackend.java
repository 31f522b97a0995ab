package dev.interop.testbed.docker;

import dev.interop.testbed.concurrent.SimulatedTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A container engine whose containers are scripts in simulated time. Calls can be slow, can fail and can be observed.
 * Safe for use by several threads if no script waits.
 */
public final class FakeContainerBackend implements ContainerBackend {
    static final byte[] EMPTY_ARCHIVE = new byte[1024];

    private static final int KILLED = 137;
    private static final int STOPPED = 143;
    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);

    /** An action right before a call returns. */
    public interface Interruption {
        /**
         * @param call the method's name
         * @param number how many calls there have been, this one included
         */
        void at(String call, int number);
    }

    private final SimulatedTime time;
    private final FakeCalls calls;
    private final FakeContainers containers = new FakeContainers();
    private final FakeNetworks networks = new FakeNetworks();
    private final Map<String, ImageFacts> images = new HashMap<>();
    private EnforcedLimits limits = EnforcedLimits.ALL;

    public FakeContainerBackend(SimulatedTime time) {
        this.time = time;
        this.calls = new FakeCalls(time);
    }

    /** Adds an image of this name. */
    public FakeContainerBackend withImage(String reference, Map<String, String> labels) {
        images.put(reference, new ImageFacts("sha256:" + reference, labels, "linux/amd64"));
        return this;
    }

    /** Makes it an engine that enforces these limits of containers only. */
    public FakeContainerBackend enforcing(EnforcedLimits enforced) {
        limits = enforced;
        return this;
    }

    /** Sets the script of containers whose name ends with this text. */
    public ContainerScript script(String part) {
        return containers.script(part);
    }

    /** Runs an action right before each call returns. */
    public void beforeCalls(Interruption interruption) {
        calls.before(interruption);
    }

    /** Delays each call of this name. */
    public void slow(String call, Duration takes) {
        calls.slow(call, takes);
    }

    /** Makes each call of this name fail. */
    public void fails(String call, EngineFailure failure) {
        calls.fails(call, failure);
    }

    /** Makes the engine unreachable for good. */
    public void isLost() {
        var failure = new EngineFailure(EngineFailure.Kind.LOST, "the container engine went away");
        calls.areLost(failure);
        containers.all().forEach(it -> it.lose(failure));
    }

    /** The names of all calls so far. */
    public List<String> calls() {
        return calls.names();
    }

    /** The names of all existing containers. */
    public List<String> containerNames() {
        return containers.all().stream().map(it -> it.spec.name()).toList();
    }

    /** The specification of the newest container, existing or not, whose name ends with this text. */
    public ContainerSpec spec(String part) {
        return containers.spec(part);
    }

    /** Whether neither containers nor networks exist. */
    public boolean isEmpty() {
        return containers.all().isEmpty() && networks.all().isEmpty();
    }

    /** The agent in the newest container whose name ends with this text. */
    public FakeAgent agent(String part) {
        return containers.newest(part).agent;
    }

    @Override
    public EngineFacts facts() {
        return new EngineFacts(
                new EngineHost(URI.create("fake:engine"), Optional.empty()),
                "linux/amd64",
                "0",
                "0",
                limits,
                new MachineFacts("none", "x86_64", 2, 1L << 32, "2", "/"));
    }

    @Override
    public void ping() {
        calls.called("ping");
    }

    @Override
    public Optional<ImageFacts> findImage(String reference) {
        calls.called("findImage");
        return Optional.ofNullable(images.get(reference));
    }

    @Override
    public Set<String> imagePlatforms(String reference) {
        return Set.of("linux/amd64");
    }

    @Override
    public void pullImage(String reference) {
        calls.called("pullImage");
        throw new EngineFailure(EngineFailure.Kind.IMAGE_MISSING, "no registry");
    }

    @Override
    public void removeImage(String reference) {
        images.remove(reference);
    }

    @Override
    public String createContainer(ContainerSpec spec) {
        calls.called("createContainer");
        return containers.create(spec);
    }

    @Override
    public void startContainer(String id) {
        calls.called("startContainer");
        var container = containers.get(id);
        container.running = true;
        container.script.prints().forEach(it -> time.after(it.at(), () -> container.print(it.text())));
        container.script.exit().ifPresent(it -> time.after(it.at(), () -> container.end(it.code())));
    }

    @Override
    public String startKeptContainer(ContainerSpec spec, Consumer<String> prepare) {
        var id = createContainer(spec);
        prepare.accept(id);
        startContainer(id);
        return id;
    }

    @Override
    public CompletableFuture<Integer> exitOf(String id) {
        calls.called("exitOf");
        return containers.get(id).exit;
    }

    @Override
    public void stopContainer(String id, Duration grace) {
        calls.called("stopContainer");
        var container = containers.get(id);
        if (!container.script.isStoppable()) {
            time.sleep(CALL_LIMIT.plus(grace));
            throw new EngineFailure(EngineFailure.Kind.LOST, "the container engine did not answer");
        }
        var takes = container.script.stopTakes();
        time.waitFor(() -> !container.running, time.deadline(takes.compareTo(grace) > 0 ? grace : takes));
        container.end(takes.compareTo(grace) > 0 ? KILLED : STOPPED);
    }

    @Override
    public void removeContainer(String id) {
        calls.called("removeContainer");
        containers.remove(id).ifPresent(it -> it.end(KILLED));
    }

    @Override
    public ContainerState stateOf(String id) {
        calls.called("stateOf");
        var container = containers.get(id);
        return new ContainerState(container.running, container.code, false, "");
    }

    @Override
    public long bytesWritten(String id) {
        calls.called("bytesWritten");
        return containers.get(id).agent.written();
    }

    @Override
    public long filesWritten(String id) {
        calls.called("filesWritten");
        return containers.get(id).agent.filesWritten();
    }

    @Override
    public Map<String, String> volumesOf(String id) {
        calls.called("volumesOf");
        return containers.get(id).spec.folders().stream().collect(Collectors.toMap(Function.identity(), it -> id + it));
    }

    @Override
    public List<ContainerProcess> processesOf(String id) {
        calls.called("processesOf");
        return List.of();
    }

    @Override
    public List<ContainerFacts> containers(String label) {
        calls.called("containers");
        return containers.all().stream()
                .filter(it -> it.spec.labels().containsKey(label))
                .map(it -> new ContainerFacts(it.id, it.name, it.spec.labels()))
                .toList();
    }

    @Override
    public OutputStreaming attach(String id, OutputSink sink) {
        calls.called("attach");
        var container = containers.get(id);
        container.sinks.add(sink);
        return container.streaming;
    }

    /** Lets the agent answer whenever a thread waits. */
    @Override
    public OutputStreaming attach(String id, InputStream stdin, OutputSink sink) {
        calls.called("attach");
        var container = containers.get(id);
        time.wheneverWaiting(() -> {
            if (container.running) {
                container.agent.hear(available(stdin), sink);
            }
        });
        return container.streaming;
    }

    private static byte[] available(InputStream stdin) {
        try {
            return stdin.readNBytes(stdin.available());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void renameContainer(String id, String name) {
        calls.called("renameContainer");
        containers.get(id).name = name;
    }

    @Override
    public Execution execute(String id, List<String> command, String user, OutputSink sink) {
        calls.called("execute");
        var streaming = new FakeContainer.Streaming();
        streaming.ended.complete(true);
        return new Execution("execution-" + containers.get(id).id, streaming);
    }

    @Override
    public int exitCodeOf(Execution execution) {
        calls.called("exitCodeOf");
        return 0;
    }

    @Override
    public void copyIn(String id, String folder, InputStream tar) {
        calls.called("copyIn");
        containers.get(id);
        try {
            tar.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean copyOut(String id, String folder, ArchiveReader reader) throws IOException {
        calls.called("copyOut");
        containers.get(id);
        reader.read(new ByteArrayInputStream(EMPTY_ARCHIVE));
        return true;
    }

    @Override
    public String createNetwork(NetworkSpec spec) {
        calls.called("createNetwork");
        return networks.create(spec.name(), List.of(spec.subnet4() + ".0/24"), spec.labels());
    }

    @Override
    public void createOpenNetwork(String name, Map<String, String> labels) {
        calls.called("createOpenNetwork");
        networks.create(name, List.of(), labels);
    }

    @Override
    public List<NetworkFacts> networks() {
        calls.called("networks");
        return networks.all();
    }

    @Override
    public Map<String, String> containersIn(String network) {
        calls.called("containersIn");
        return Map.of();
    }

    @Override
    public void disconnect(String network, String container) {
        calls.called("disconnect");
    }

    @Override
    public void removeNetwork(String id) {
        calls.called("removeNetwork");
        networks.remove(id);
    }

    @Override
    public List<VolumeFacts> volumes(String label) {
        calls.called("volumes");
        return List.of();
    }

    @Override
    public void removeVolume(String volume) {
        calls.called("removeVolume");
    }

    @Override
    public void close() {
        // Nothing to be ended.
    }
}
