package dev.interop.history;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads all files of a folder while compactions may gather them into others. Each file is read once at most. */
final class FolderReading {
    /** Each further attempt means that a compaction ended during the one before. */
    static final int MOST_ATTEMPTS = 50;

    private final Listing listing;
    private final History.Builder history = new History.Builder();
    private final Set<Path> read = new HashSet<>();

    FolderReading(Listing listing) {
        this.listing = listing;
    }

    /** Lists the files of a folder as they are now. */
    @FunctionalInterface
    interface Listing {
        List<Path> files() throws IOException;
    }

    /**
     * Reads the files. If they come and go all the time, what may be missing is told as damage.
     *
     * @throws IOException when the folder or a file cannot be read
     */
    History read() throws IOException {
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            // A listing during a compaction may show neither the new file nor all of the old ones.
            if (readAll() && read.containsAll(gathered())) {
                return history.build();
            }
        }
        history.damaged(
                "the history's files were gathered again and again while they were read: results may be missing");
        return history.build();
    }

    /** Whether all files of the listing could be read, now or before. */
    private boolean readAll() throws IOException {
        var whole = true;
        for (var file : listing.files()) {
            try {
                if (!read.contains(file)) {
                    read(file);
                    read.add(file);
                }
            } catch (NoSuchFileException e) {
                // A compaction has put this file's content into another one.
                whole = false;
            }
        }
        return whole;
    }

    private void read(Path file) throws IOException {
        if (file.toString().endsWith(HistoryFile.SUFFIX)) {
            history.add(HistoryFile.read(file));
        } else if (HistoryFile.ANY_SUFFIX.matcher(file.toString()).find()) {
            history.damaged(file + ": of another version of Interop Engine, and left out");
        }
    }

    private List<Path> gathered() throws IOException {
        return listing.files().stream()
                .filter(it -> it.toString().endsWith(HistoryFile.SUFFIX))
                .filter(it -> it.getFileName().toString().startsWith(HistoryFile.GATHERED))
                .toList();
    }
}
