package dev.interop.testbed.mount;

import dev.interop.NoteListener;
import dev.interop.registry.MountedFile;
import dev.interop.testbed.archive.FirstEntry;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.EngineFailure;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Copies files of the user's machine into containers. All containers of a run get the same content, even if a file is
 * compiled anew meanwhile. Safe for use by several threads.
 */
@API(status = Status.INTERNAL)
public final class MountedFiles implements AutoCloseable {
    private static final int PROGRAM = 0755;
    private static final int DATA = 0644;

    private final ContainerBackend engine;
    private final NoteListener notes;
    private final FileCopies copies = new FileCopies();
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    /**
     * @param engine the engine with the containers
     * @param notes gets a note about each file that takes the place of none
     */
    public MountedFiles(ContainerBackend engine, NoteListener notes) {
        this.engine = engine;
        this.notes = notes;
    }

    /**
     * Copies files into a container that has been created and not started.
     *
     * @param image the id of its image
     * @throws EngineFailure when the path is a folder in the image, or the file has changed since the run was planned
     */
    public void put(String container, String image, List<MountedFile> files) {
        for (var file : files) {
            if (checked.add(image + " " + file.path())) {
                check(container, file);
            }
            engine.copyIn(container, "/", new TarStream(List.of(source(file))));
        }
    }

    private void check(String container, MountedFile file) {
        var isFolder = new AtomicBoolean();
        try {
            var exists = engine.copyOut(container, file.path(), it -> isFolder.set(FirstEntry.isFolder(it)));
            if (!exists) {
                notes.say("--mount %s: the image has no file there that it would replace".formatted(file.path()));
            }
        } catch (IOException e) {
            throw refused(file, "it cannot be looked at in the image: " + e.getMessage());
        }
        if (isFolder.get()) {
            throw refused(file, "is a folder in the image; name the file in it");
        }
    }

    private static EngineFailure refused(MountedFile file, String why) {
        return new EngineFailure(EngineFailure.Kind.REFUSED, "--mount %s: %s".formatted(file.path(), why));
    }

    private TarSource source(MountedFile file) {
        var copy = copies.of(file);
        return new TarSource(file.path().substring(1), file.executable() ? PROGRAM : DATA, 0, copy.bytes(), copy::open);
    }

    @Override
    public void close() {
        copies.close();
    }
}
