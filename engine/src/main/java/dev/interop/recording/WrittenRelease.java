package dev.interop.recording;

import dev.interop.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads the name and release that an endpoint wrote down itself. Its text is untrusted. */
@API(status = Status.INTERNAL)
public final class WrittenRelease {
    /** The name of the file in the folder of the endpoint's logs. */
    public static final String FILE = "version.txt";

    private static final int LONGEST = 100;
    private static final int MOST_BYTES = 4 * LONGEST;

    private WrittenRelease() {}

    /**
     * The first line of the file, made printable and cut.
     *
     * @param logs the folder with the logs of the endpoint
     * @return the release; empty if there is no such file, or none that can be read
     */
    public static Optional<String> in(Path logs) {
        var file = logs.resolve(FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .map(it -> Printable.cut(it, LONGEST));
        } catch (IOException unreadable) {
            // Nothing but the text of a column rests on it.
            return Optional.empty();
        }
    }
}
