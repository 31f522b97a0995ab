package dev.interop.testbed.docker;

import dev.interop.testbed.concurrent.SimulatedTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
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
    private final Map<String, FakeContainer> containers = new LinkedHashMap<>();
    private final Map<String, NetworkFacts> networks = new LinkedHashMap<>();
    private final Map<String, ImageFacts> images = new HashMap<>();
    private final Map<String, ContainerScript> scripts = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<ContainerSpec> specs = new ArrayList<>();
    private final List<Interruption> interruptions = new ArrayList<>();
    private Optional<EngineFailure> lost = Optional.empty();
    private int made;

    public FakeContainerBackend(SimulatedTime time) {
        this.time = time;
    }

    /** Adds an image of this name. */
    public FakeContainerBackend withImage(String reference, Map<String, String> labels) {
        images.put(reference, new ImageFacts("sha256:" + reference, labels));
        return this;
    }

    /** Sets the script of containers whose name ends with this text. */
    public ContainerScript script(String part) {
        return scripts.computeIfAbsent(part, it -> new ContainerScript());
    }

    /** Runs an action right before each call returns. */
    public void beforeCalls(Interruption interruption) {
        interruptions.add(interruption);
    }

    /** Delays each call of this name. */
    public void slow(String call, Duration takes) {
        beforeCalls((name, number) -> {
            if (name.equals(call)) {
                time.sleep(takes);
            }
        });
    }

    /** Makes each call of this name fail. */
    public void fails(String call, EngineFailure failure) {
        beforeCalls((name, number) -> {
            if (name.equals(call)) {
                throw failure;
            }
        });
    }

    /** Makes the engine unreachable for good. */
    public void isLost() {
        var failure = new EngineFailure(EngineFailure.Kind.LOST, "the container engine went away");
        lost = Optional.of(failure);
        List.copyOf(containers.values()).forEach(it -> it.lose(failure));
    }

    /** The names of all calls so far. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** The names of all existing containers. */
    public synchronized List<String> containerNames() {
        return containers.values().stream().map(it -> it.spec.name()).toList();
    }

    /** The specification of the newest container, existing or not, whose name ends with this text. */
    public synchronized ContainerSpec spec(String part) {
        return specs.stream()
                .filter(it -> it.name().endsWith(part))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    /** Whether neither containers nor networks exist. */
    public synchronized boolean isEmpty() {
        return containers.isEmpty() && networks.isEmpty();
    }

    /** The agent in the newest container whose name ends with this text. */
    public synchronized FakeAgent agent(String part) {
        return newest(it -> it.spec.name().endsWith(part)).agent;
    }

    private FakeContainer newest(Predicate<FakeContainer> wanted) {
        return containers.values().stream().filter(wanted).reduce((a, b) -> b).orElseThrow();
    }

    private void called(String name) {
        int number;
        synchronized (this) {
            calls.add(name);
            number = calls.size();
        }
        List.copyOf(interruptions).forEach(it -> it.at(name, number));
        if (lost.isPresent()) {
            throw lost.get();
        }
    }

    private synchronized FakeContainer container(String id) {
        return Optional.ofNullable(containers.get(id))
                .orElseThrow(() -> new EngineFailure(EngineFailure.Kind.NOT_FOUND, "no container " + id));
    }

    @Override
    public EngineFacts facts() {
        return new EngineFacts(
                "fake:engine",
                false,
                "linux/amd64",
                "0",
                "0",
                new MachineFacts("none", "x86_64", 2, 1L << 32, "2", "/"));
    }

    @Override
    public void ping() {
        called("ping");
    }

    @Override
    public Optional<ImageFacts> findImage(String reference) {
        called("findImage");
        return Optional.ofNullable(images.get(reference));
    }

    @Override
    public Set<String> imagePlatforms(String reference) {
        return Set.of("linux/amd64");
    }

    @Override
    public void pullImage(String reference) {
        throw new EngineFailure(EngineFailure.Kind.IMAGE_MISSING, "no registry");
    }

    @Override
    public void removeImage(String reference) {
        images.remove(reference);
    }

    @Override
    public String createContainer(ContainerSpec spec) {
        called("createContainer");
        var part = spec.name().substring(spec.name().lastIndexOf('-') + 1);
        synchronized (this) {
            specs.add(spec);
            var id = "container-" + ++made;
            containers.put(id, new FakeContainer(id, spec, scripts.getOrDefault(part, new ContainerScript())));
            return id;
        }
    }

    @Override
    public void startContainer(String id) {
        called("startContainer");
        var container = container(id);
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
        called("exitOf");
        return container(id).exit;
    }

    @Override
    public void stopContainer(String id, Duration grace) {
        called("stopContainer");
        var container = container(id);
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
        called("removeContainer");
        Optional<FakeContainer> gone;
        synchronized (this) {
            gone = Optional.ofNullable(containers.remove(id));
        }
        gone.ifPresent(it -> it.end(KILLED));
    }

    @Override
    public ContainerState stateOf(String id) {
        called("stateOf");
        var container = container(id);
        return new ContainerState(container.running, container.code, false, "");
    }

    @Override
    public long bytesWritten(String id) {
        called("bytesWritten");
        return container(id).agent.written();
    }

    @Override
    public Map<String, String> volumesOf(String id) {
        called("volumesOf");
        return container(id).spec.folders().stream().collect(Collectors.toMap(Function.identity(), it -> id + it));
    }

    @Override
    public List<ContainerProcess> processesOf(String id) {
        called("processesOf");
        return List.of();
    }

    @Override
    public List<ContainerFacts> containers(String label) {
        called("containers");
        synchronized (this) {
            return containers.values().stream()
                    .filter(it -> it.spec.labels().containsKey(label))
                    .map(it -> new ContainerFacts(it.id, it.spec.labels()))
                    .toList();
        }
    }

    @Override
    public OutputStreaming attach(String id, OutputSink sink) {
        called("attach");
        var container = container(id);
        container.sinks.add(sink);
        return container.streaming;
    }

    /** Lets the agent answer whenever a thread waits. */
    @Override
    public OutputStreaming attach(String id, InputStream stdin, OutputSink sink) {
        called("attach");
        var container = container(id);
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
    public Execution execute(String id, List<String> command, String user, OutputSink sink) {
        called("execute");
        var streaming = new FakeContainer.Streaming();
        streaming.ended.complete(true);
        return new Execution("execution-" + container(id).id, streaming);
    }

    @Override
    public int exitCodeOf(Execution execution) {
        called("exitCodeOf");
        return 0;
    }

    @Override
    public void copyIn(String id, String folder, InputStream tar) {
        called("copyIn");
        container(id);
        try {
            tar.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean copyOut(String id, String folder, ArchiveReader reader) throws IOException {
        called("copyOut");
        container(id);
        reader.read(new ByteArrayInputStream(EMPTY_ARCHIVE));
        return true;
    }

    @Override
    public String createNetwork(NetworkSpec spec) {
        called("createNetwork");
        return add(spec.name(), List.of(spec.subnet4() + ".0/24"), spec.labels());
    }

    @Override
    public void createOpenNetwork(String name, Map<String, String> labels) {
        called("createOpenNetwork");
        add(name, List.of(), labels);
    }

    private synchronized String add(String name, List<String> subnets, Map<String, String> labels) {
        if (networks.values().stream()
                .map(NetworkFacts::subnets)
                .flatMap(Collection::stream)
                .anyMatch(subnets::contains)) {
            throw new EngineFailure(EngineFailure.Kind.SUBNET_TAKEN, "in use: " + subnets);
        }
        var id = "network-" + ++made;
        networks.put(id, new NetworkFacts(id, name, subnets, labels));
        return id;
    }

    @Override
    public List<NetworkFacts> networks() {
        called("networks");
        synchronized (this) {
            return List.copyOf(networks.values());
        }
    }

    @Override
    public Map<String, String> containersIn(String network) {
        called("containersIn");
        return Map.of();
    }

    @Override
    public void disconnect(String network, String container) {
        called("disconnect");
    }

    @Override
    public void removeNetwork(String id) {
        called("removeNetwork");
        synchronized (this) {
            networks.remove(id);
        }
    }

    @Override
    public List<VolumeFacts> volumes(String label) {
        called("volumes");
        return List.of();
    }

    @Override
    public void removeVolume(String volume) {
        called("removeVolume");
    }

    @Override
    public void close() {
        // Nothing to be ended.
    }
}
