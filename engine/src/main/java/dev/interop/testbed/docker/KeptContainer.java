package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.util.Optional;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/**
 * A container that is kept for many cells or commands, as Testcontainers knows containers. It uses one client, the
 * engine's own. Creating, starting and removing are ours: {@link GenericContainer#doStart()} also asks Testcontainers'
 * static factory for a client, which may be another engine's, and starts its cleaner there, an image from a registry.
 */
final class KeptContainer extends GenericContainer<KeptContainer> {
    private final EngineContainers containers;
    private final ContainerSpec spec;
    private final Consumer<String> prepare;
    private Optional<String> id = Optional.empty();

    KeptContainer(DockerClient client, EngineContainers containers, ContainerSpec spec, Consumer<String> prepare) {
        super(new RemoteDockerImage(DockerImageName.parse(spec.image())).withImagePullPolicy(image -> false));
        this.dockerClient = client;
        this.containers = containers;
        this.spec = spec;
        this.prepare = prepare;
    }

    @Override
    protected void doStart() {
        if (id.isEmpty()) {
            var created = containers.create(spec);
            id = Optional.of(created);
            containerIsCreated(created);
            containers.start(created);
        }
    }

    @Override
    protected void containerIsCreated(String created) {
        prepare.accept(created);
    }

    @Override
    public void stop() {
        id.ifPresent(containers::remove);
        id = Optional.empty();
    }

    /** Its id, once it is created. */
    @Override
    public String getContainerId() {
        return id.orElseThrow(() -> new IllegalStateException(spec.name() + " has not been started"));
    }

    @Override
    public InspectContainerResponse getContainerInfo() {
        return getCurrentContainerInfo();
    }
}
