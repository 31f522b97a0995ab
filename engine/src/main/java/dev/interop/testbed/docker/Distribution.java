package dev.interop.testbed.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.testcontainers.dockerclient.TransportConfig;

/** Asks an image's registry for its platforms through the engine. The client library has no call for it. */
final class Distribution implements AutoCloseable {
    private static final int OK = 200;
    private static final int LARGEST_BYTES = 1 << 20;

    private final DockerHttpClient http;
    private final ObjectMapper json = new ObjectMapper();

    Distribution(TransportConfig config) {
        http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSslConfig())
                .build();
    }

    /** The platforms of the image in its registry; empty if the registry does not list them or does not answer. */
    Set<String> platforms(String reference) throws IOException {
        var found = new TreeSet<String>();
        var request = Request.builder()
                .method(Request.Method.GET)
                .path("/distribution/" + reference + "/json")
                .build();
        try (var response = http.execute(request);
                var body = response.getBody()) {
            if (response.getStatusCode() == OK) {
                for (var it : json.readTree(body.readNBytes(LARGEST_BYTES)).path("Platforms")) {
                    // Attestations are listed as images of an unknown platform.
                    if (!it.path("os").asText().equals("unknown")) {
                        found.add(it.path("os").asText() + "/"
                                + it.path("architecture").asText());
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
