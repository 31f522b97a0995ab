package dev.interop.testbed.docker;

import dev.interop.testbed.archive.TarSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Copies files into a cell's container and out of it. */
@API(status = Status.INTERNAL)
public interface ContainerFolders {
    /**
     * Puts files and folders below the root of a container that need not run.
     *
     * @throws EngineFailure when they cannot be copied
     */
    void put(String container, List<TarSource> sources);

    /**
     * Hands a container's folder as an archive to the reader.
     *
     * @return false if there is no such folder
     * @throws IOException when the reader throws it, or when the archive cannot be created
     * @throws EngineFailure when there is no answer
     */
    boolean get(String container, String folder, ArchiveReader reader) throws IOException;

    /**
     * The free space of the disk with these folders; empty if they are part of the container's own file system.
     *
     * @throws EngineFailure when there is no answer
     */
    Optional<DiskSpace> free();

    /**
     * What is in those of these folders that a container can write to and that are not part of its own file system;
     * empty if they hold more files than can be counted in a few seconds.
     *
     * @throws EngineFailure when there is no answer
     */
    Optional<DiskSpace> used();

    /**
     * Removes everything from the folders that are not part of a container's own file system.
     *
     * @throws EngineFailure when there is no answer
     */
    void empty();
}
