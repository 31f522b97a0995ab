package dev.interop.testbed.mount;

import dev.interop.registry.MountedFile;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.docker.ArchiveReader;
import dev.interop.testbed.docker.ContainerFolders;
import dev.interop.testbed.docker.DiskSpace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The folders of a container that also gets mounted files.
 *
 * @param folders its folders
 * @param mounts copies the files
 * @param image the id of the container's image
 * @param files the files
 */
@API(status = Status.INTERNAL)
public record FoldersWithMounts(ContainerFolders folders, MountedFiles mounts, String image, List<MountedFile> files)
        implements ContainerFolders {
    public FoldersWithMounts {
        files = List.copyOf(files);
    }

    @Override
    public void put(String container, List<TarSource> sources) {
        mounts.put(container, image, files);
        folders.put(container, sources);
    }

    @Override
    public boolean get(String container, String folder, ArchiveReader reader) throws IOException {
        return folders.get(container, folder, reader);
    }

    @Override
    public Optional<DiskSpace> free() {
        return folders.free();
    }

    @Override
    public Optional<DiskSpace> used() {
        return folders.used();
    }

    @Override
    public void empty() {
        folders.empty();
    }
}
