package dev.interop.testbed.archive;

import dev.interop.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An archive of a container's folder, with the files of an untrusted implementation. A visitor gets the entries whose path
 * stays below the folder. All other entries, and those over the limits, are left out with a message.
 */
@API(status = Status.INTERNAL)
public final class UntrustedArchive {
    /** The most messages that are kept, so that a hostile archive cannot make a report long. */
    private static final int MOST_MESSAGES = 50;

    private static final int LONGEST_SHOWN = 200;

    private final ArchiveLimits limits;
    private final TooLarge tooLarge;
    private final List<String> skipped = new ArrayList<>();
    private final Map<String, Long> files = new HashMap<>();
    private int unreported;

    /**
     * @param limits the limits of what is taken from the archive
     */
    public UntrustedArchive(ArchiveLimits limits) {
        this(limits, TooLarge.LEAVE_OUT);
    }

    /**
     * @param limits the limits of what is taken from the archive
     * @param tooLarge the treatment of files over the limit
     */
    public UntrustedArchive(ArchiveLimits limits, TooLarge tooLarge) {
        this.limits = limits;
        this.tooLarge = tooLarge;
    }

    /** The treatment of a file that is larger than the limit of a file. */
    public enum TooLarge {
        /** It is left out, with a message. */
        LEAVE_OUT,
        /** Its first bytes are taken, with a message: the beginning of a capture shows what happened until then. */
        CUT
    }

    /**
     * Reads the archive until it ends or a limit is reached.
     *
     * @throws IOException when the archive breaks off or the visitor cannot store
     */
    public void read(InputStream stream, Visitor visitor) throws IOException {
        var bytes = 0L;
        var entries = 0;
        files.clear();
        // Not closed: the stream belongs to the caller.
        var tar = new TarArchiveInputStream(stream, StandardCharsets.UTF_8.name());
        for (var entry = next(tar); entry != null; entry = next(tar)) {
            entries++;
            if (entries > limits.entries()) {
                leaveOut("everything after " + limits.entries() + " files and folders", visitor);
                return;
            }
            var path = pathOf(entry.getName());
            if (path.isEmpty()) {
                leaveOut(printable(entry.getName()) + ": its path is not one below the folder", visitor);
                continue;
            }
            if (path.get().isEmpty()) {
                continue;
            }
            if (levels(path.get()) > ArchiveLimits.MOST_LEVELS) {
                leaveOut(
                        printable(path.get()) + ": more than " + ArchiveLimits.MOST_LEVELS + " levels below the folder",
                        visitor);
                continue;
            }
            if (path.get().getBytes(StandardCharsets.UTF_8).length > ArchiveLimits.LONGEST_PATH) {
                leaveOut(
                        printable(path.get()) + ": a path of more than " + ArchiveLimits.LONGEST_PATH + " bytes",
                        visitor);
                continue;
            }
            var size = entry.isLink() ? sizeOfOriginal(entry) : taken(Math.max(0, entry.getSize()));
            if (bytes + size > limits.totalBytes()) {
                leaveOut(
                        printable(path.get()) + " and everything after it: more than " + limits.totalBytes()
                                + " bytes in all",
                        visitor);
                return;
            }
            bytes += size;
            visit(tar, entry, path.get(), visitor);
        }
    }

    /** The messages about entries that were left out, one line each. */
    public List<String> skipped() {
        if (unreported == 0) {
            return List.copyOf(skipped);
        }
        var all = new ArrayList<>(skipped);
        all.add("and " + unreported + " more");
        return List.copyOf(all);
    }

    private void leaveOut(String what, Visitor visitor) {
        skip(what);
        visitor.leftOut(what);
    }

    /** Adds a message about an entry that was left out. */
    public void skip(String what) {
        if (skipped.size() < MOST_MESSAGES) {
            skipped.add(what);
        } else {
            unreported++;
        }
    }

    private static TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        try {
            return tar.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new IOException("not a tar archive: " + e.getMessage(), e);
        }
    }

    private void visit(TarArchiveInputStream tar, TarArchiveEntry entry, String path, Visitor visitor)
            throws IOException {
        if (entry.isDirectory()) {
            visitor.folder(path);
        } else if (entry.isSymbolicLink()) {
            visitor.other(path, Oddity.SYMLINK);
        } else if (entry.isLink()) {
            link(entry, path, visitor);
        } else if (!isRegular(entry)) {
            visitor.other(path, Oddity.DEVICE);
        } else if (entry.getSize() > limits.fileBytes() && tooLarge == TooLarge.CUT) {
            skip(printable(path) + ": all after " + limits.fileBytes() + " of its " + entry.getSize() + " bytes");
            visitor.file(path, limits.fileBytes(), new HeadStream(tar, limits.fileBytes()));
            files.put(path, limits.fileBytes());
        } else if (entry.getSize() > limits.fileBytes()) {
            leaveOut(printable(path) + ": " + entry.getSize() + " bytes, more than " + limits.fileBytes(), visitor);
        } else {
            visitor.file(path, entry.getSize(), tar);
            files.put(path, entry.getSize());
        }
    }

    /** Visits a hard link. An archive holds a file with several names once; the other names refer to the first. */
    private void link(TarArchiveEntry entry, String path, Visitor visitor) throws IOException {
        var original = pathOf(entry.getLinkName()).filter(files::containsKey);
        if (original.isPresent()) {
            visitor.secondName(path, original.get());
            files.put(path, files.get(original.get()));
        } else {
            visitor.other(path, Oddity.HARDLINK);
        }
    }

    private long taken(long size) {
        return tooLarge == TooLarge.CUT ? Math.min(size, limits.fileBytes()) : size;
    }

    private long sizeOfOriginal(TarArchiveEntry entry) {
        return pathOf(entry.getLinkName()).map(files::get).orElse(0L);
    }

    /** Whether an entry is a regular file; the library's own test includes pipes. */
    private static boolean isRegular(TarArchiveEntry entry) {
        var kind = entry.getLinkFlag();
        return !entry.isSparse() && (kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM);
    }

    /** The path below the archived folder, whose own name every entry starts with; empty text for the folder itself. */
    private static Optional<String> pathOf(String name) {
        if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.chars().anyMatch(it -> it < ' ' || it == 0x7f)) {
            return Optional.empty();
        }
        var segments = List.of(name.split("/"));
        if (segments.stream().anyMatch(it -> it.isEmpty() || it.equals(".") || it.equals(".."))) {
            return Optional.empty();
        }
        return Optional.of(String.join("/", segments.subList(1, segments.size())));
    }

    private static long levels(String path) {
        return 1 + path.chars().filter(it -> it == '/').count();
    }

    private static String printable(String text) {
        return "'" + Printable.cut(text, LONGEST_SHOWN) + "'";
    }

    /** Gets the entries of an archive. */
    public interface Visitor {
        /**
         * A folder; its parents need not have come before.
         *
         * @throws IOException when it cannot be made
         */
        void folder(String path) throws IOException;

        /**
         * A file.
         *
         * @param content the bytes of the file, and no more
         * @throws IOException when it breaks off or cannot be stored
         */
        void file(String path, long size, InputStream content) throws IOException;

        /**
         * A second name of an earlier file.
         *
         * @param original the first name of the file
         * @throws IOException when it cannot be stored
         */
        void secondName(String path, String original) throws IOException;

        /**
         * An entry of another kind.
         *
         * @param oddity the kind of the entry
         */
        void other(String path, Oddity oddity);

        /**
         * An entry was left out.
         *
         * @param what its name, in quotes and printable, and the reason
         */
        void leftOut(String what);
    }

    /** The kinds of entries that are neither files nor folders. */
    public enum Oddity {
        /** A symbolic link. */
        SYMLINK("a symbolic link"),
        /** A second name of a file that is not in the archive. */
        HARDLINK("a hard link"),
        /** A device, a pipe or the like. */
        DEVICE("a device, pipe or the like");

        private final String text;

        Oddity(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
