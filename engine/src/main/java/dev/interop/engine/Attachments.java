package dev.interop.engine;

import dev.interop.recording.Recording;
import dev.interop.result.CellResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.platform.engine.reporting.FileEntry;

/** The files of a recording that are worth a look, where they lie. */
final class Attachments {
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String CAPTURE = "application/vnd.tcpdump.pcap";

    private Attachments() {}

    static Stream<FileEntry> of(Path root, CellResult result) {
        if (result.logs().isEmpty()) {
            return Stream.empty();
        }
        var folder = root.resolve(result.logs());
        return Stream.of(
                        FileEntry.from(folder.resolve(Recording.OUTPUT), TEXT),
                        FileEntry.from(folder.resolve("client/keys.log"), TEXT),
                        FileEntry.from(folder.resolve("server/keys.log"), TEXT),
                        FileEntry.from(folder.resolve("sim/trace_node_left.pcap"), CAPTURE),
                        FileEntry.from(folder.resolve("sim/trace_node_right.pcap"), CAPTURE))
                .filter(it -> Files.isRegularFile(it.getPath()));
    }
}
