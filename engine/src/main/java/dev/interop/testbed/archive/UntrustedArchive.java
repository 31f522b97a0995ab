package dev.interop.testbed.archive;

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
 * An archive of a container's folder, made of what an implementation left there. Entries get to a visitor with a path
 * that stays below the folder; what has no such path, and what is over the limits, is left out and told.
 */
@API(status = Status.INTERNAL)
public final class UntrustedArchive {
    /** Messages that are kept; a hostile archive has no say in how long a report is. */
    private static final int MOST_MESSAGES = 50;

    private final ArchiveLimits limits;
    private final List<String> skipped = new ArrayList<>();
    private final Map<String, Long> files = new HashMap<>();
    private int unreported;

    /**
     * @param limits how much is taken from it
     */
    public UntrustedArchive(ArchiveLimits limits) {
        this.limits = limits;
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
            var size = entry.isLink() ? sizeOfOriginal(entry) : Math.max(0, entry.getSize());
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

    /** What was left out, a line each. */
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

    /** Tells that something was left out. */
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
        } else if (entry.getSize() > limits.fileBytes()) {
            leaveOut(printable(path) + ": " + entry.getSize() + " bytes, more than " + limits.fileBytes(), visitor);
        } else {
            visitor.file(path, entry.getSize(), tar);
            files.put(path, entry.getSize());
        }
    }

    /** An archive holds a file of several names once; the others refer to the first, whatever it was. */
    private void link(TarArchiveEntry entry, String path, Visitor visitor) throws IOException {
        var original = pathOf(entry.getLinkName()).filter(files::containsKey);
        if (original.isPresent()) {
            visitor.secondName(path, original.get());
            files.put(path, files.get(original.get()));
        } else {
            visitor.other(path, Oddity.HARDLINK);
        }
    }

    private long sizeOfOriginal(TarArchiveEntry entry) {
        return pathOf(entry.getLinkName()).map(files::get).orElse(0L);
    }

    /** Not what the library calls a file, which includes pipes. */
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

    private static String printable(String text) {
        var clean = text.codePoints()
                .map(it -> Character.isISOControl(it) ? '?' : it)
                .limit(200)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return "'" + clean + "'";
    }

    /** Takes what an archive holds. */
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
         * @param content ends with the file
         * @throws IOException when it breaks off or cannot be stored
         */
        void file(String path, long size, InputStream content) throws IOException;

        /**
         * Another name of a file that came before.
         *
         * @param original the name under which it came
         * @throws IOException when it cannot be stored
         */
        void secondName(String path, String original) throws IOException;

        /**
         * Something that is neither.
         *
         * @param oddity what
         */
        void other(String path, Oddity oddity);

        /**
         * Something is there that none of the other calls tells of.
         *
         * @param what its name, in quotes and fit to be printed, and why
         */
        void leftOut(String what);
    }

    /** What is neither file nor folder. */
    public enum Oddity {
        /** A symbolic link. */
        SYMLINK("a symbolic link"),
        /** A second name of something that is not in the archive. */
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
