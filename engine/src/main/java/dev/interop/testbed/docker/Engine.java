package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import dev.interop.UserError;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The connection to the container engine; what it has is asked of its images, containers, networks and volumes. Every
 * call has a limit and throws nothing but {@link EngineFailure}. Safe for use by several threads.
 */
public final class Engine implements AutoCloseable {
    private final DockerClient client;
    private final ArchiveDownload archives;
    private final Distribution distribution;
    private final String host;
    private final boolean tls;
    private final ExecutorService threads;
    private final Deadline within;

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
        this.host = connected.host();
        this.tls = connected.tls();
        this.threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "interop-engine");
            thread.setDaemon(true);
            return thread;
        });
        this.within = new Deadline(threads);
        this.images = new EngineImages(client, distribution, within);
        this.containers = new EngineContainers(client, within);
        this.files = new ContainerFiles(client, archives, within);
        this.streams = new ContainerStreams(client, within);
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
        return within.call(Deadline.SHORT, "asking for its version", () -> {
            var version = client.versionCmd().exec();
            var info = client.infoCmd().exec();
            return new EngineFacts(
                    host,
                    Objects.requireNonNullElse(version.getVersion(), ""),
                    Objects.requireNonNullElse(version.getApiVersion(), ""),
                    Objects.requireNonNullElse(info.getOperatingSystem(), ""),
                    Objects.requireNonNullElse(info.getArchitecture(), ""),
                    info.getNCPU() == null ? 1 : info.getNCPU(),
                    info.getMemTotal() == null ? 0 : info.getMemTotal(),
                    String.valueOf(info.getRawValues().getOrDefault("CgroupVersion", "1")),
                    Objects.requireNonNullElse(info.getDockerRootDir(), ""));
        });
    }

    /** The platform of its containers, such as {@code linux/amd64}. */
    public String platform() {
        return within.call(Deadline.SHORT, "asking for its platform", () -> {
            var version = client.versionCmd().exec();
            return Objects.requireNonNullElse(version.getOperatingSystem(), "") + "/"
                    + Objects.requireNonNullElse(version.getArch(), "");
        });
    }

    /** Its images. */
    public EngineImages images() {
        return images;
    }

    /** Its containers. */
    public EngineContainers containers() {
        return containers;
    }

    /** What lies in its containers. */
    public ContainerFiles files() {
        return files;
    }

    /** What its containers say. */
    public ContainerStreams streams() {
        return streams;
    }

    /** Its networks. */
    public EngineNetworks networks() {
        return networks;
    }

    /** Its volumes. */
    public EngineVolumes volumes() {
        return volumes;
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
}
