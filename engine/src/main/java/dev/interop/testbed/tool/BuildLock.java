package dev.interop.testbed.tool;

import dev.interop.NoteListener;
import dev.interop.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Lets one run of this user build at a time, be it in this process or in another one. */
final class BuildLock {
    private static final long POLL_MILLIS = 100;

    private BuildLock() {}

    /** Builds something. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /**
     * Does it once nobody else builds. The lock ends with its process, however that ends.
     *
     * @param folder where the lock's file lies
     * @param progress hears that somebody else builds
     * @throws IOException when the file cannot be made, or as the work does
     */
    static void during(Path folder, NoteListener progress, Work work) throws IOException {
        Files.createDirectories(folder);
        try (var file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            await(file, progress);
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted while another run builds images", e);
        }
    }

    private static void await(FileChannel file, NoteListener progress) throws IOException, InterruptedException {
        if (attempt(file).isPresent()) {
            return;
        }
        progress.say("waiting for another run that builds images");
        while (attempt(file).isEmpty()) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static Optional<FileLock> attempt(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
            return Optional.empty();
        }
    }
}
