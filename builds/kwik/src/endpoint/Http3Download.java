package endpoint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tech.kwik.core.QuicConnection;
import tech.kwik.flupke.Http3ClientConnection;
import tech.kwik.flupke.impl.Http3ClientConnectionImpl;

/** HTTP/3 by flupke, over a connection of kwik that is set up like all others. */
final class Http3Download {
    private final QuicConnection connection;

    Http3Download(QuicConnection connection) {
        this.connection = connection;
    }

    void all(List<URI> files) throws Exception {
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            Http3ClientConnection http3 = new Http3ClientConnectionImpl(connection, requests);
            http3.connect();
            List<Future<?>> answers = new ArrayList<>();
            for (URI file : files) {
                answers.add(requests.submit(() -> save(http3, file)));
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
            connection.close();
        }
    }

    private static Path save(Http3ClientConnection http3, URI file) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(file).GET().build();
        HttpResponse<Path> response = http3.send(request, BodyHandlers.ofFile(Downloads.target(file)));
        if (response.statusCode() != 200) {
            throw new IOException(file + ": status " + response.statusCode());
        }
        return response.body();
    }
}
