package dev.interop.cli.cpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The processes of a machine. What ends while they are read is left out.
 *
 * @param root {@code /proc}
 */
record ProcessTree(Path root) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    /** The control groups of containers, of either version, as Docker, Podman and containerd name them. */
    private static final Pattern CONTAINER = Pattern.compile("(?m)[/-](docker|libpod|containerd)[/-][^/]*[0-9a-f]{12}");

    /**
     * The times of all processes.
     *
     * @throws IOException when there is no such folder
     */
    List<ProcessTimes> times() throws IOException {
        var times = new ArrayList<ProcessTimes>();
        try (var entries = Files.newDirectoryStream(
                root, it -> NUMBER.matcher(it.getFileName().toString()).matches())) {
            for (var entry : entries) {
                text(entry.resolve("stat")).map(ProcessTimes::read).ifPresent(times::add);
            }
        }
        return times;
    }

    /** What a process is, as far as it can be read. */
    ProcessKind kind(ProcessTimes process) {
        var folder = root.resolve(Long.toString(process.pid()));
        var command = text(folder.resolve("cmdline")).stream()
                .flatMap(it -> Stream.of(it.split("\0")))
                .toList();
        var inContainer = text(folder.resolve("cgroup"))
                .filter(it -> CONTAINER.matcher(it).find())
                .isPresent();
        return ProcessKind.of(process.name(), command, inContainer);
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .filter(it -> !it.isEmpty());
        } catch (IOException e) {
            // It has ended, or is another user's.
            return Optional.empty();
        }
    }
}
