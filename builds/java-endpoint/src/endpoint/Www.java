package endpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files to serve. */
final class Www {
    private static final Path FOLDER = Path.of("/www");

    private Www() {}

    static Optional<Path> file(String path) {
        Path name = Path.of(path).getFileName();
        return Optional.ofNullable(name).map(FOLDER::resolve).filter(Files::isRegularFile);
    }
}
