package endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tech.kwik.flupke.server.HttpServerRequest;
import tech.kwik.flupke.server.HttpServerResponse;

/** Answers a request of HTTP/3 with a file. */
final class Http3Answer {
    private Http3Answer() {}

    static void answer(HttpServerRequest request, HttpServerResponse response) throws IOException {
        Optional<Path> file = Www.file(request.path());
        response.setStatus(file.isPresent() ? 200 : 404);
        if (file.isPresent()) {
            Files.copy(file.get(), response.getOutputStream());
        }
    }
}
