package dev.interop.testbed.docker;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Forwards every call to another backend. Subclasses add behaviour to some calls. */
@API(status = Status.INTERNAL)
public abstract class ForwardingBackend implements ContainerBackend {
    private final ContainerBackend backend;

    /**
     * @param backend gets the calls
     */
    protected ForwardingBackend(ContainerBackend backend) {
        this.backend = backend;
    }

    @Override
    public EngineFacts facts() {
        return backend.facts();
    }

    @Override
    public void ping() {
        backend.ping();
    }

    @Override
    public Optional<ImageFacts> findImage(String reference) {
        return backend.findImage(reference);
    }

    @Override
    public Set<String> imagePlatforms(String reference) {
        return backend.imagePlatforms(reference);
    }

    @Override
    public void pullImage(String reference) {
        backend.pullImage(reference);
    }

    @Override
    public void removeImage(String reference) {
        backend.removeImage(reference);
    }

    @Override
    public String createContainer(ContainerSpec spec) {
        return backend.createContainer(spec);
    }

    @Override
    public void startContainer(String container) {
        backend.startContainer(container);
    }

    @Override
    public String startKeptContainer(ContainerSpec spec, Consumer<String> prepare) {
        return backend.startKeptContainer(spec, prepare);
    }

    @Override
    public CompletableFuture<Integer> exitOf(String container) {
        return backend.exitOf(container);
    }

    @Override
    public void stopContainer(String container, Duration grace) {
        backend.stopContainer(container, grace);
    }

    @Override
    public void removeContainer(String container) {
        backend.removeContainer(container);
    }

    @Override
    public void renameContainer(String container, String name) {
        backend.renameContainer(container, name);
    }

    @Override
    public ContainerState stateOf(String container) {
        return backend.stateOf(container);
    }

    @Override
    public long bytesWritten(String container) {
        return backend.bytesWritten(container);
    }

    @Override
    public long filesWritten(String container) {
        return backend.filesWritten(container);
    }

    @Override
    public Map<String, String> volumesOf(String container) {
        return backend.volumesOf(container);
    }

    @Override
    public List<ContainerProcess> processesOf(String container) {
        return backend.processesOf(container);
    }

    @Override
    public List<ContainerFacts> containers(String label) {
        return backend.containers(label);
    }

    @Override
    public OutputStreaming attach(String container, OutputSink sink) {
        return backend.attach(container, sink);
    }

    @Override
    public OutputStreaming attach(String container, InputStream stdin, OutputSink sink) {
        return backend.attach(container, stdin, sink);
    }

    @Override
    public Execution execute(String container, List<String> command, String user, OutputSink sink) {
        return backend.execute(container, command, user, sink);
    }

    @Override
    public int exitCodeOf(Execution execution) {
        return backend.exitCodeOf(execution);
    }

    @Override
    public void copyIn(String container, String folder, InputStream tar) {
        backend.copyIn(container, folder, tar);
    }

    @Override
    public boolean copyOut(String container, String folder, ArchiveReader reader) throws IOException {
        return backend.copyOut(container, folder, reader);
    }

    @Override
    public String createNetwork(NetworkSpec spec) {
        return backend.createNetwork(spec);
    }

    @Override
    public void createOpenNetwork(String name, Map<String, String> labels) {
        backend.createOpenNetwork(name, labels);
    }

    @Override
    public List<NetworkFacts> networks() {
        return backend.networks();
    }

    @Override
    public Map<String, String> containersIn(String network) {
        return backend.containersIn(network);
    }

    @Override
    public void disconnect(String network, String container) {
        backend.disconnect(network, container);
    }

    @Override
    public void removeNetwork(String network) {
        backend.removeNetwork(network);
    }

    @Override
    public List<VolumeFacts> volumes(String label) {
        return backend.volumes(label);
    }

    @Override
    public void removeVolume(String volume) {
        backend.removeVolume(volume);
    }

    @Override
    public void close() {
        backend.close();
    }
}
