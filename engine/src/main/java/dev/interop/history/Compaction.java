package dev.interop.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers the files of past runs into one. The new file is complete before the old ones are removed: whoever reads
 * meanwhile finds every result, some of them twice. A file that somebody writes, or that is damaged, stays as it is.
 *
 * <p>Several compactions at once are harmless, so nothing is locked: each removes only what its own new file holds.
 * Locks would not do, since POSIX drops those of a process when it closes any descriptor of the file.
 */
final class Compaction {
    /** Fewer files are read as fast as one. */
    private static final int MANY = 16;

    /** A run without an end that nobody wrote for so long was killed. */
    private static final Duration KILLED_RUN = Duration.ofDays(1);

    /** An unfinished file that nobody wrote for so long is of a compaction that was killed. */
    private static final Duration KILLED_COMPACTION = Duration.ofHours(1);

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
        return Files.notExists(folder) ? 0 : gather();
    }

    private int gather() throws IOException {
        removeParts();
        var gathered = new ArrayList<Path>();
        var history = new History.Builder();
        for (var file : HistoryStore.files(folder, HistoryFile.SUFFIX)) {
            var content = past(file);
            if (content.isPresent()) {
                history.add(content.get());
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
            try {
                if (isOlder(part, KILLED_COMPACTION)) {
                    Files.deleteIfExists(part);
                }
            } catch (NoSuchFileException complete) {
                // Another compaction has given it its name.
            }
        }
    }

    private void write(List<String> lines) throws IOException {
        var whole = folder.resolve(HistoryFile.GATHERED + HistoryStore.unique() + HistoryFile.SUFFIX);
        var part = whole.resolveSibling(whole.getFileName() + PART);
        Files.write(part, lines);
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            // The old files are removed next.
            channel.force(true);
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The content of a file that nobody writes any more; empty if it is damaged, or gone meanwhile. */
    private static Optional<HistoryFile> past(Path file) throws IOException {
        try {
            var isOld = isOlder(file, KILLED_RUN);
            return Optional.of(HistoryFile.read(file))
                    .filter(it -> it.damage().isEmpty())
                    .filter(it -> isOld || it.isOver());
        } catch (NoSuchFileException gatheredByAnother) {
            return Optional.empty();
        }
    }

    private static boolean isOlder(Path file, Duration age) throws IOException {
        var written = Files.getLastModifiedTime(file).toInstant();
        return written.isBefore(Instant.now().minus(age));
    }
}
