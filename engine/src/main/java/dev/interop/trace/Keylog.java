package dev.interop.trace;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The TLS secrets that an endpoint wrote to SSLKEYLOGFILE. */
@API(status = Status.INTERNAL)
public final class Keylog {
    /** Without this secret no packet of the server can be decrypted, so a keylog that lacks it is ignored. */
    private static final String NEEDED = "SERVER_HANDSHAKE_TRAFFIC_SECRET ";

    /** A keylog of a thousand connections has 0.6 MB. */
    private static final long LARGEST = 16L << 20;

    private Keylog() {}

    /** Whether the recording has a usable keylog of the client or the server. */
    public static boolean isIn(Recording recording) {
        return !valid(recording).isEmpty();
    }

    /**
     * Writes the secrets of both keylogs to one file, since each keylog may lack those of some connections. If both have the
     * same secret, the server's comes last and takes effect: clients claim passes, and a false secret in a client's keylog
     * must not make packets unreadable. Placeholders follow for secrets that both keylogs lack.
     *
     * @return what both keylogs lack; empty if there is no keylog
     */
    static Optional<MissingSecrets> join(Recording recording, Path file) throws IOException {
        var keylogs = valid(recording);
        var missing = MissingSecrets.in(keylogs);
        try (var out = Files.newOutputStream(file)) {
            for (var keylog : keylogs) {
                Files.copy(keylog, out);
                // The endpoint may have been stopped in the middle of a line.
                out.write('\n');
            }
            for (var line : missing.placeholders()) {
                out.write((line + '\n').getBytes(StandardCharsets.US_ASCII));
            }
        }
        return keylogs.isEmpty() ? Optional.empty() : Optional.of(missing);
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
