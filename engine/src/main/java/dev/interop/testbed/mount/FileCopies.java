package dev.interop.testbed.mount;

import dev.interop.registry.MountedFile;
import dev.interop.testbed.docker.EngineFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
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
            var target = Files.createTempFile("interop-mount-", ".tmp");
            var sha256 = MessageDigest.getInstance("SHA-256");
            try (var out = new DigestOutputStream(Files.newOutputStream(target), sha256)) {
                Files.copy(file.file(), out);
            }
            if (!HexFormat.of().formatHex(sha256.digest()).equals(file.sha256())) {
                Files.delete(target);
                throw failure(file, "has changed since the run was planned; run again");
            }
            return new Copy(target, Files.size(target));
        } catch (IOException e) {
            throw failure(file, "cannot be copied: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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
