package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.util.Optional;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/**
 * A container that is kept for many cells or commands, as a Testcontainers container. It uses only the client of the
 * testbed's engine, and overrides creating, starting and removing: {@link GenericContainer#doStart()} also gets a client
 * from Testcontainers' static factory, perhaps of another engine, and starts a cleaner there from a registry's image.
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
