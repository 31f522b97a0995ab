package dev.interop.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers the files of past runs into one. The new file is complete before the old ones are removed: whoever reads
 * meanwhile finds every result, some of them twice. A file that somebody writes, or that is damaged, stays as it is.
 */
final class Compaction {
    /** Fewer files are read as fast as one. */
    private static final int MANY = 16;

    private static final String LOCK = ".compaction.lock";
    private static final String PART = ".part";

    private final Path folder;

    private Compaction(Path folder) {
        this.folder = folder;
    }

    static Compaction of(Path folder) {
        return new Compaction(folder);
    }

    void ifLarge() throws IOException {
        if (HistoryStore.files(folder, HistoryFile.SUFFIX).size() >= MANY) {
            now();
        }
    }

    int now() throws IOException {
        if (Files.notExists(folder)) {
            return 0;
        }
        try (var channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return locked(channel).isPresent() ? gather() : 0;
        }
    }

    private static Optional<FileLock> locked(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException sameProcess) {
            return Optional.empty();
        }
    }

    private int gather() throws IOException {
        removeParts();
        var gathered = new ArrayList<Path>();
        var history = new History.Builder();
        for (var file : HistoryStore.files(folder, HistoryFile.SUFFIX)) {
            if (isWritten(file)) {
                continue;
            }
            var content = HistoryFile.read(file);
            if (content.damage().isEmpty()) {
                history.add(content);
                gathered.add(file);
            }
        }
        if (gathered.size() < 2) {
            return 0;
        }
        write(Retention.of(history.build()).lines());
        for (var file : gathered) {
            Files.deleteIfExists(file);
        }
        return gathered.size();
    }

    /** What a compaction left that was killed. */
    private void removeParts() throws IOException {
        for (var part : HistoryStore.files(folder, PART)) {
            Files.deleteIfExists(part);
        }
    }

    private void write(List<String> lines) throws IOException {
        var whole = folder.resolve("gathered-" + HistoryStore.unique() + HistoryFile.SUFFIX);
        var part = whole.resolveSibling(whole.getFileName() + PART);
        Files.write(part, lines);
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            // The old files are removed next.
            channel.force(true);
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isWritten(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return locked(channel).isEmpty();
        } catch (NoSuchFileException gone) {
            return true;
        }
    }
}
