package endpoint;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** HTTP/0.9: the line that asks for a file. */
final class Hq {
    private Hq() {}

    static byte[] line(URI file) {
        return ("GET " + file.getRawPath() + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static Optional<Path> requested(String line) {
        return line.startsWith("GET /") ? Www.file(line.substring("GET ".length()).trim()) : Optional.empty();
    }
}
