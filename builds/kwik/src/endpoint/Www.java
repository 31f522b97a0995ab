package endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tech.kwik.flupke.server.HttpServerRequest;
import tech.kwik.flupke.server.HttpServerResponse;

/** The files to serve. */
final class Www {
    private static final Path FOLDER = Path.of("/www");

    private Www() {}

    static Optional<Path> file(String path) {
        Path name = Path.of(path).getFileName();
        return Optional.ofNullable(name).map(FOLDER::resolve).filter(Files::isRegularFile);
    }

    static void answer(HttpServerRequest request, HttpServerResponse response) throws IOException {
        Optional<Path> file = file(request.path());
        response.setStatus(file.isPresent() ? 200 : 404);
        if (file.isPresent()) {
            Files.copy(file.get(), response.getOutputStream());
        }
    }
}
