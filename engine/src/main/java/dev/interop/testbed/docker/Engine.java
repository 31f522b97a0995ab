package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import dev.interop.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The connection to a Docker Engine, through docker-java. */
@API(status = Status.INTERNAL)
public final class Engine implements ContainerBackend {
    private final DockerClient client;
    private final ArchiveDownload archives;
    private final Distribution distribution;
    private final List<String> warnings;
    private final ExecutorService threads;
    private final OpenCallbacks open = new OpenCallbacks();

    private final EngineSystem system;
    private final EngineImages images;
    private final EngineContainers containers;
    private final ContainerFiles files;
    private final ContainerStreams streams;
    private final EngineNetworks networks;
    private final EngineVolumes volumes;

    private Engine(EngineAddress.Connected connected) {
        this.client = connected.client();
        this.archives = connected.archives();
        this.distribution = connected.distribution();
        this.warnings = List.copyOf(connected.warnings());
        this.threads = EngineThreads.pool();
        var within = new Deadline(threads, client);
        this.system = new EngineSystem(client, connected.host(), within);
        this.images = new EngineImages(client, distribution, within);
        this.containers = new EngineContainers(client, () -> system.facts().limits(), within, open);
        this.files = new ContainerFiles(client, archives, within);
        this.streams = new ContainerStreams(client, within, open);
        this.networks = new EngineNetworks(client, within);
        this.volumes = new EngineVolumes(client, within);
    }

    /**
     * Finds the engine and makes sure that it answers.
     *
     * @throws UserError when it does not
     */
    public static Engine connect() {
        return new Engine(EngineAddress.connect());
    }

    /** Whether the user names the engine, by a variable, a Docker context or a file; then no other one is looked for. */
    public static boolean isNamed() {
        return EngineAddress.candidates().all().stream().anyMatch(EngineCandidates.Candidate::isNamed);
    }

    /** The problems that were ignored to reach the engine, such as a configuration that cannot be read; a line each. */
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public EngineFacts facts() {
        return system.facts();
    }

    @Override
    public void ping() {
        system.ping();
    }

    @Override
    public Optional<ImageFacts> findImage(String reference) {
        return images.find(reference);
    }

    @Override
    public Set<String> imagePlatforms(String reference) {
        return images.platforms(reference);
    }

    @Override
    public void pullImage(String reference) {
        images.pull(reference);
    }

    @Override
    public void removeImage(String reference) {
        images.remove(reference);
    }

    @Override
    public String createContainer(ContainerSpec spec) {
        return containers.create(spec);
    }

    @Override
    public void startContainer(String container) {
        containers.start(container);
    }

    @Override
    public String startKeptContainer(ContainerSpec spec, Consumer<String> prepare) {
        return containers.startKept(spec, prepare);
    }

    @Override
    public CompletableFuture<Integer> exitOf(String container) {
        return containers.exit(container);
    }

    @Override
    public void stopContainer(String container, Duration grace) {
        containers.stop(container, grace);
    }

    @Override
    public void removeContainer(String container) {
        containers.remove(container);
    }

    @Override
    public void renameContainer(String container, String name) {
        containers.rename(container, name);
    }

    @Override
    public ContainerState stateOf(String container) {
        return containers.state(container);
    }

    @Override
    public long bytesWritten(String container) {
        return containers.written(container);
    }

    @Override
    public long filesWritten(String container) {
        return containers.filesWritten(container);
    }

    @Override
    public Map<String, String> volumesOf(String container) {
        return containers.volumes(container);
    }

    @Override
    public List<ContainerProcess> processesOf(String container) {
        return containers.processes(container);
    }

    @Override
    public List<ContainerFacts> containers(String label) {
        return containers.labelled(label);
    }

    @Override
    public OutputStreaming attach(String container, OutputSink sink) {
        return streams.attach(container, sink);
    }

    @Override
    public OutputStreaming attach(String container, InputStream stdin, OutputSink sink) {
        return streams.attach(container, stdin, sink);
    }

    @Override
    public Execution execute(String container, List<String> command, String user, OutputSink sink) {
        return streams.execute(container, command, user, sink);
    }

    @Override
    public int exitCodeOf(Execution execution) {
        return streams.exitCode(execution);
    }

    @Override
    public void copyIn(String container, String folder, InputStream tar) {
        files.copyIn(container, folder, tar);
    }

    @Override
    public boolean copyOut(String container, String folder, ArchiveReader reader) throws IOException {
        return files.copyOut(container, folder, reader);
    }

    @Override
    public String createNetwork(NetworkSpec spec) {
        return networks.create(spec);
    }

    @Override
    public void createOpenNetwork(String name, Map<String, String> labels) {
        networks.createOpen(name, labels);
    }

    @Override
    public List<NetworkFacts> networks() {
        return networks.all();
    }

    @Override
    public Map<String, String> containersIn(String network) {
        return networks.containers(network);
    }

    @Override
    public void disconnect(String network, String container) {
        networks.disconnect(network, container);
    }

    @Override
    public void removeNetwork(String network) {
        networks.remove(network);
    }

    @Override
    public List<VolumeFacts> volumes(String label) {
        return volumes.labelled(label);
    }

    @Override
    public void removeVolume(String volume) {
        volumes.remove(volume);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            open.close();
            archives.close();
            distribution.close();
            client.close();
        } catch (IOException e) {
            // Nothing depends on a connection that is closed anyway.
            return;
        }
    }
}
