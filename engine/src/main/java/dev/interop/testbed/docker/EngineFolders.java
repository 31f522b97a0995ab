package dev.interop.testbed.docker;

import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Copies folders by the engine's own calls, each of which starts a process. */
@API(status = Status.INTERNAL)
public record EngineFolders(ContainerBackend engine) implements ContainerFolders {
    @Override
    public void put(String container, List<TarSource> sources) {
        if (!sources.isEmpty()) {
            engine.copyIn(container, "/", new TarStream(sources));
        }
    }

    @Override
    public boolean get(String container, String folder, ArchiveReader reader) throws IOException {
        return engine.copyOut(container, folder, reader);
    }

    @Override
    public Optional<DiskSpace> free() {
        return Optional.empty();
    }

    @Override
    public Optional<DiskSpace> used() {
        return Optional.of(DiskSpace.NONE);
    }

    @Override
    public void empty() {
        // They are removed with the container.
    }
}
