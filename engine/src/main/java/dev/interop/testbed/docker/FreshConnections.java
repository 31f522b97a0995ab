package dev.interop.testbed.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;

/**
 * Opens a connection for each request. An engine that is restarted takes no new connections, but goes on answering on those
 * that were kept: from a state that it has already saved, so that nothing can be started.
 */
final class FreshConnections implements DockerHttpClient {
    private final DockerHttpClient client;

    FreshConnections(DockerHttpClient client) {
        this.client = client;
    }

    @Override
    public Response execute(Request request) {
        // A connection that becomes a stream of its own is not kept anyway.
        return client.execute(
                request.hijackedInput() == null
                        ? Request.builder()
                                .from(request)
                                .putHeader("Connection", "close")
                                .build()
                        : request);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
