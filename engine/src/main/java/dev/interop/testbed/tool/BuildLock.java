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
     * Does the work once no other run builds. The lock ends with its process, even if that is killed.
     *
     * @param folder the folder of the lock file
     * @param progress gets a note if another run builds
     * @throws IOException when the file cannot be created or the work throws it
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
