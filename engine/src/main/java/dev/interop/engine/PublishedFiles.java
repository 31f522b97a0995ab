package dev.interop.engine;

import dev.interop.protocol.PublishedFile;
import dev.interop.recording.Recording;
import dev.interop.result.CellResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.reporting.FileEntry;

/** Lists the files of a recording that are published with its test. */
final class PublishedFiles {
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String CAPTURE = "application/vnd.tcpdump.pcap";

    private PublishedFiles() {}

    /**
     * The files of a cell that ran.
     *
     * @param more the further files of its protocol
     */
    static Stream<FileEntry> of(Path root, CellResult result, List<PublishedFile> more) {
        if (result.logs().isEmpty()) {
            return Stream.empty();
        }
        var folder = root.resolve(result.logs());
        var files = Stream.of(
                        FileEntry.from(folder.resolve(Recording.OUTPUT), TEXT),
                        FileEntry.from(folder.resolve("client/keys.log"), TEXT),
                        FileEntry.from(folder.resolve("server/keys.log"), TEXT),
                        FileEntry.from(folder.resolve("sim/trace_node_left.pcap"), CAPTURE),
                        FileEntry.from(folder.resolve("sim/trace_node_right.pcap"), CAPTURE))
                .filter(it -> Files.isRegularFile(it.getPath()))
                .toList();
        var published = files.stream().map(FileEntry::getPath).toList();
        var further = more.isEmpty() ? Stream.<Path>empty() : files(folder).filter(it -> !published.contains(it));
        return Stream.concat(
                files.stream(),
                further.flatMap(it ->
                        PublishedFile.of(folder.relativize(it), more)
                                .map(its -> FileEntry.from(it, its.mediaType()))
                                .stream()));
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)).sorted().toList().stream();
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.empty();
        }
    }

    /**
     * Writes the details of a reported result to a file beside the report. Empty if the file cannot be written; the
     * report has the details too.
     */
    static Optional<FileEntry> details(Path root, CellResult result, List<String> path, String text) {
        if (result.logs().isEmpty() || text.isBlank()) {
            return Optional.empty();
        }
        var name = String.join("_", path).replaceAll("[^A-Za-z0-9_-]", "_");
        var file =
                root.resolve(result.logs()).resolve("client").resolve("details").resolve(name + ".yaml");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + "\n");
            return Optional.of(FileEntry.from(file, "application/yaml"));
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }
}
