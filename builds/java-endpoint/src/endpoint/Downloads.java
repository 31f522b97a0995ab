package endpoint;

import java.net.URI;
import java.nio.file.Path;

/** Where downloaded files go. */
final class Downloads {
    private static final Path FOLDER = Path.of("/downloads");

    private Downloads() {}

    static Path target(URI file) {
        return FOLDER.resolve(Path.of(file.getPath()).getFileName());
    }
}
