package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.dockerclient.TransportConfig;

class EngineClientTest {

    /** An engine that is shutting down answers on kept connections only. */
    @Test
    @Timeout(30)
    void noConnectionIsUsedTwice() throws Exception {
        List<Integer> ports = new CopyOnWriteArrayList<>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            ports.add(exchange.getRemoteAddress().getPort());
            var body = "OK".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var address = TransportConfig.builder()
                    .dockerHost(
                            URI.create("tcp://127.0.0.1:" + server.getAddress().getPort()))
                    .build();
            try (var client = EngineClient.connect(address)) {
                client.pingCmd().exec();
                client.pingCmd().exec();
            }
        } finally {
            server.stop(0);
        }

        assertThat(ports).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    }
}
