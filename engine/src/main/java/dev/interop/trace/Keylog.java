package dev.interop.trace;

import dev.interop.recording.Part;
import dev.interop.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The TLS secrets that an endpoint wrote to SSLKEYLOGFILE. */
public final class Keylog {
    /** Without this one nothing that the server protects can be read, so a keylog that lacks it counts as none. */
    private static final String NEEDED = "SERVER_HANDSHAKE_TRAFFIC_SECRET ";

    /** A session of a thousand connections writes 0.6 MB. */
    private static final long LARGEST = 16L << 20;

    private Keylog() {}

    /** The client's keylog if it is valid, else the server's if that is. */
    public static Optional<Path> of(Recording recording) {
        return Stream.of(Part.CLIENT, Part.SERVER)
                .map(recording::keylog)
                .filter(Keylog::isValid)
                .findFirst();
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
