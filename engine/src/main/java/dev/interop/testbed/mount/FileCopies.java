package dev.interop.testbed.mount;

import dev.interop.registry.MountedFile;
import dev.interop.testbed.docker.EngineFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** Copies of mounted files, made at their first use, so that a file can be compiled anew while the run goes on. */
final class FileCopies implements AutoCloseable {
    private final Map<MountedFile, Copy> copies = new HashMap<>();
    private boolean closed;

    /**
     * The copy of a file.
     *
     * @throws EngineFailure when it cannot be read, or is not any more what it was when the run was planned
     */
    synchronized Copy of(MountedFile file) {
        if (closed) {
            throw failure(file, "the run is being cleaned up");
        }
        return copies.computeIfAbsent(file, FileCopies::copied);
    }

    private static Copy copied(MountedFile file) {
        try {
            return copied(file, Files.createTempFile("interop-mount-", ".tmp"));
        } catch (IOException e) {
            throw failure(file, "cannot be copied: " + e.getMessage());
        }
    }

    private static Copy copied(MountedFile file, Path target) throws IOException {
        var complete = false;
        try {
            Files.copy(file.file(), target, StandardCopyOption.REPLACE_EXISTING);
            if (!file.isCopiedTo(target)) {
                throw failure(file, "has changed since the run was planned; run again");
            }
            complete = true;
            return new Copy(target, Files.size(target));
        } finally {
            if (!complete) {
                Files.delete(target);
            }
        }
    }

    private static EngineFailure failure(MountedFile file, String why) {
        return new EngineFailure(
                EngineFailure.Kind.REFUSED, "--mount %s: %s %s".formatted(file.path(), file.file(), why));
    }

    @Override
    public synchronized void close() {
        closed = true;
        copies.values().forEach(it -> it.file().toFile().delete());
        copies.clear();
    }

    /**
     * A copy.
     *
     * @param file the file
     * @param bytes its size
     */
    record Copy(Path file, long bytes) {
        InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
