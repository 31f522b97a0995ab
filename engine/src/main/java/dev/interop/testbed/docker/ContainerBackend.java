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

/**
 * A container engine, as few calls as the testbed needs. Every call has a time limit and throws {@link EngineFailure} only.
 * Safe for use by several threads.
 */
@API(status = Status.INTERNAL)
public interface ContainerBackend extends AutoCloseable {
    /** The properties of the engine and its machine. */
    EngineFacts facts();

    /** Asks whether the engine answers at all. */
    void ping();

    /** The image of this reference, if it is on this machine. */
    Optional<ImageFacts> findImage(String reference);

    /**
     * The platforms of an image: that of the image on this machine, and those in its registry. Empty when the image is not
     * on this machine.
     */
    Set<String> imagePlatforms(String reference);

    /** Pulls an image from its registry. */
    void pullImage(String reference);

    /** Removes a reference to an image, and the image with its last one. A missing image is no error. */
    void removeImage(String reference);

    /** Creates a container and returns its id. */
    String createContainer(ContainerSpec spec);

    /** Starts a container. */
    void startContainer(String container);

    /**
     * Creates a container that is kept for many cells or commands, prepares it and starts it.
     *
     * @param prepare gets the id of the container, which has been created and does not run yet
     * @return its id
     */
    String startKeptContainer(ContainerSpec spec, Consumer<String> prepare);

    /** The exit code of a started container, once it has ended; fails with {@link EngineFailure}. */
    CompletableFuture<Integer> exitOf(String container);

    /** Asks a container to end and kills it after the grace. An ended container is no error. */
    void stopContainer(String container, Duration grace);

    /** Removes a container with its volumes, running or not. A missing container is no error. */
    void removeContainer(String container);

    /** Gives a container another name. */
    void renameContainer(String container, String name);

    /** Whether a container runs, and how it ended. */
    ContainerState stateOf(String container);

    /** How many bytes a container has written to its own file system, without its volumes. */
    long bytesWritten(String container);

    /** How many files a container has made, changed or removed in its own file system. The engine lists them all. */
    long filesWritten(String container);

    /** The volumes that a container was created with: folder → volume. */
    Map<String, String> volumesOf(String container);

    /**
     * The processes in a container.
     *
     * @throws EngineFailure also when it does not run, or the engine's machine has another {@code ps} than that of procps
     */
    List<ContainerProcess> processesOf(String container);

    /** All containers, running or not, that carry a label of this name. */
    List<ContainerFacts> containers(String label);

    /** Streams a container's output from its first line on; to be called before it starts. */
    OutputStreaming attach(String container, OutputSink sink);

    /** Like {@link #attach(String, OutputSink)}, with a stream as standard input. */
    OutputStreaming attach(String container, InputStream stdin, OutputSink sink);

    /**
     * Begins a command in a running container.
     *
     * @param user the number of the user who runs it
     * @param sink gets its output; may block, which makes the command wait
     */
    Execution execute(String container, List<String> command, String user, OutputSink sink);

    /** The exit code of a command whose output has ended. */
    int exitCodeOf(Execution execution);

    /** Unpacks an archive into a container, which need not run. */
    void copyIn(String container, String folder, InputStream tar);

    /**
     * Hands a container's folder as an archive to the reader.
     *
     * @return false if there is no such folder
     * @throws IOException when the reader throws it
     */
    boolean copyOut(String container, String folder, ArchiveReader reader) throws IOException;

    /** Creates a network with no way out and returns its id. */
    String createNetwork(NetworkSpec spec);

    /** Creates a network with a way out, like the engine's default network. */
    void createOpenNetwork(String name, Map<String, String> labels);

    /** All networks with their subnets. */
    List<NetworkFacts> networks();

    /** The containers in a network, running or not in this moment: id → name. */
    Map<String, String> containersIn(String network);

    /** Disconnects a container from a network, also one that runs. */
    void disconnect(String network, String container);

    /** Removes a network. A missing network is no error. */
    void removeNetwork(String network);

    /** All volumes that carry a label of this name. */
    List<VolumeFacts> volumes(String label);

    /** Removes a volume that no container uses. A missing volume is no error. */
    void removeVolume(String volume);

    /** Closes the connection. Containers and networks stay. */
    @Override
    void close();
}
