package dev.interop.trace;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The TLS secrets that an endpoint wrote to SSLKEYLOGFILE. */
public final class Keylog {
    /** Without this one nothing that the server protects can be read, so a keylog that lacks it counts as none. */
    private static final String NEEDED = "SERVER_HANDSHAKE_TRAFFIC_SECRET ";

    /** A session of a thousand connections writes 0.6 MB. */
    private static final long LARGEST = 16L << 20;

    private Keylog() {}

    /** Whether there are secrets of either side. */
    public static boolean isIn(Recording recording) {
        return !valid(recording).isEmpty();
    }

    /**
     * Writes the secrets of both sides to a file: a side may have kept those of some connections to itself. Where both
     * give a secret, the server's stands last, which is the one that counts: it is clients that claim passes, and a false
     * secret must not hide what was said.
     *
     * @return whether there were any
     */
    static boolean join(Recording recording, Path file) throws IOException {
        var keylogs = valid(recording);
        try (var out = Files.newOutputStream(file)) {
            for (var keylog : keylogs) {
                Files.copy(keylog, out);
                // Of a side that was stopped while it wrote.
                out.write('\n');
            }
        }
        return !keylogs.isEmpty();
    }

    private static List<Path> valid(Recording recording) {
        return Stream.of(ContainerRole.CLIENT, ContainerRole.SERVER)
                .map(recording::keylog)
                .filter(Keylog::isValid)
                .toList();
    }

    private static boolean isValid(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) <= LARGEST
                    && Files.readString(file, StandardCharsets.ISO_8859_1)
                            .lines()
                            .anyMatch(line -> line.startsWith(NEEDED));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
