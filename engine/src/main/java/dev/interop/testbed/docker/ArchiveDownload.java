package dev.interop.testbed.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * Gets folders out of containers, uncompressed. The client library accepts compressed answers, and the engine then
 * compresses captures and random files at 40 MB/s without making them smaller.
 */
final class ArchiveDownload implements AutoCloseable {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int MESSAGE_BYTES = 500;

    private final DockerHttpClient http;

    ArchiveDownload(TransportConfig config) {
        http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSslConfig())
                .build();
    }

    /**
     * Hands the folder as an archive to the reader.
     *
     * @return false if there is no such folder
     * @throws IOException when the reader throws it
     */
    boolean read(String container, String folder, ArchiveReader reader) throws IOException {
        var request = Request.builder()
                .method(Request.Method.GET)
                .path("/containers/" + container + "/archive?path=" + URLEncoder.encode(folder, StandardCharsets.UTF_8))
                .putHeader("Accept-Encoding", "identity")
                .build();
        try (var response = http.execute(request);
                var body = response.getBody()) {
            if (response.getStatusCode() == NOT_FOUND) {
                return false;
            }
            if (response.getStatusCode() != OK) {
                var message = new String(body.readNBytes(MESSAGE_BYTES), StandardCharsets.UTF_8);
                throw new EngineFailure(
                        EngineFailure.Kind.LOST,
                        "the container engine gives no " + folder + " (" + response.getStatusCode() + " "
                                + message.strip() + ")");
            }
            reader.read(body);
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
