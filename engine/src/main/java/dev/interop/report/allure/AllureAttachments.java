package dev.interop.report.allure;

import dev.interop.Printable;
import dev.interop.protocol.PublishedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies a cell's files next to its result: the most useful files first, until the cell's limit is reached. */
final class AllureAttachments {
    private static final String TEXT = "text/plain";
    private static final int MOST_FILES = 40;
    /** The files in the order in which they get space. Other files come last, by name. */
    private static final List<String> ORDER = List.of(
            "output.txt",
            "client/stderr.log",
            "server/stderr.log",
            "client/stdout.log",
            "server/stdout.log",
            "client/keys.log",
            "server/keys.log",
            "sim/trace_node_left.pcap",
            "sim/trace_node_right.pcap");
    /** Files for programs, or with content that the result itself shows. */
    private static final List<String> LEFT_OUT = List.of("recording.json", "sim/stdout.log", "sim/stderr.log");

    private final Path folder;
    private final String uuid;
    private final AttachmentLimits limits;
    private final List<AllureAttachment> attachments = new ArrayList<>();

    AllureAttachments(Path folder, String uuid, AttachmentLimits limits) {
        this.folder = folder;
        this.uuid = uuid;
        this.limits = limits;
    }

    /**
     * The attachments of a cell.
     *
     * @param shown the attached files
     * @param leftOut the number of further files in the run's folder
     */
    record Shown(List<AllureAttachment> shown, int leftOut) {}

    Shown of(AllureCell cell) throws IOException {
        var recording = cell.recording();
        if (recording.isEmpty() || !Files.isDirectory(recording.get())) {
            return new Shown(List.of(), 0);
        }
        var left = limits.of(cell.cell().verdict().outcome());
        var files = files(recording.get());
        for (var file : files) {
            if (attachments.size() < MOST_FILES && left >= Excerpt.LEAST) {
                var name = name(recording.get(), file);
                var published = PublishedFile.of(recording.get().relativize(file), cell.files());
                left -= add(shown(name, published), Kind.of(name, published), file, left);
            }
        }
        return new Shown(List.copyOf(attachments), files.size() - attachments.size());
    }

    /** Links are not followed: an endpoint may have created one that points outside the recording. */
    private static List<Path> files(Path recording) throws IOException {
        try (Stream<Path> all = Files.walk(recording)) {
            return all.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS))
                    .filter(it -> it.toFile().length() > 0)
                    .filter(it -> !LEFT_OUT.contains(name(recording, it)))
                    .sorted((a, b) -> compare(name(recording, a), name(recording, b)))
                    .toList();
        }
    }

    private static int compare(String a, String b) {
        var order = Integer.compare(place(a), place(b));
        return order == 0 ? a.compareTo(b) : order;
    }

    private static int place(String name) {
        var place = ORDER.indexOf(name);
        return place < 0 ? ORDER.size() : place;
    }

    private static String name(Path recording, Path file) {
        return recording.relativize(file).toString().replace('\\', '/');
    }

    private static String shown(String name, Optional<PublishedFile> published) {
        return published
                .map(PublishedFile::title)
                .filter(it -> !it.isEmpty())
                .map(it -> Printable.of(name) + " (" + Printable.of(it) + ")")
                .orElseGet(() -> Printable.of(name));
    }

    /** Adds a file. Returns the number of bytes used; 0 if it does not fit. */
    private long add(String title, List<Kind> kinds, Path file, long space) throws IOException {
        for (var kind : kinds) {
            var source =
                    String.format(Locale.ROOT, "%s-%02d-attachment.%s", uuid, attachments.size() + 1, kind.extension);
            var target = folder.resolve(source);
            var taken = kind.copier.copy(file, target, space);
            if (taken > 0) {
                attachments.add(new AllureAttachment(title + kind.suffix, source, kind.type));
                return taken;
            }
            Files.deleteIfExists(target);
        }
        return 0;
    }

    /** How a file is shown. */
    private enum Kind {
        /** Shown by its beginning and end. */
        LOG("txt", TEXT, "", Excerpt::copy),
        /** Shown whole by Allure's viewer. */
        JSON("json", "application/json", "", WholeFile::whole),
        /** Offered for download. */
        PACKED("gz", "application/gzip", ".gz", WholeFile::copy);

        private final String extension;
        private final String type;
        private final String suffix;
        private final Copier copier;

        Kind(String extension, String type, String suffix, Copier copier) {
            this.extension = extension;
            this.type = type;
            this.suffix = suffix;
            this.copier = copier;
        }

        /** The ways to attach a file of this name; the first one that fits is used. */
        static List<Kind> of(String name, Optional<PublishedFile> published) {
            var lower = name.toLowerCase(Locale.ROOT);
            if (published.filter(PublishedFile::isText).isPresent()
                    || Stream.of(".txt", ".log", ".out", ".err", ".sqlog", ".yaml", ".yml")
                            .anyMatch(lower::endsWith)) {
                return List.of(LOG);
            }
            return lower.endsWith(".qlog") || lower.endsWith(".json") ? List.of(JSON, PACKED) : List.of(PACKED);
        }
    }

    @FunctionalInterface
    private interface Copier {
        /** Copies the file. Returns the number of bytes written; 0 if there is not enough space. */
        long copy(Path from, Path to, long space) throws IOException;
    }
}
