package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.dockerclient.TransportConfig;

/** Engines that cannot limit what containers use. */
@Timeout(30)
class EnforcedLimitsTest {
    private static final String ROOTLESS = "{\"MemoryLimit\": false, \"PidsLimit\": false, \"CpuCfsQuota\": false}";
    private static final String OTHER = "{\"MemoryLimit\": true, \"PidsLimit\": true, \"CpuCfsQuota\": true}";

    @Test
    void anEngineWithoutControlGroupsIsNotAskedForTheLimitThatItWouldRefuse() throws Exception {
        assertThat(created(ROOTLESS)).contains("\"Memory\":1048576").doesNotContain("NanoCpus\":1");
        assertThat(created(OTHER)).contains("\"NanoCpus\":1500000000");
    }

    @Test
    void whatIsNotEnforcedIsNamed() {
        assertThat(new EnforcedLimits(false, false, false).missing()).hasValue("memory, processes, processors");
        assertThat(new EnforcedLimits(true, false, true).missing()).hasValue("processes");
        assertThat(EnforcedLimits.ALL.missing()).isEmpty();
    }

    /** The request for a container, which an engine gets that gives this information. */
    private static String created(String info) throws Exception {
        var request = new CompletableFuture<String>();
        var threads = Executors.newCachedThreadPool();
        var engine = engine(info, request);
        var address = URI.create("tcp://127.0.0.1:" + engine.getAddress().getPort());
        try (var client = EngineClient.connect(
                TransportConfig.builder().dockerHost(address).build())) {
            var within = new Deadline(threads, client);
            var system = new EngineSystem(client, new EngineHost(address, Optional.empty()), within);
            new EngineContainers(client, () -> system.facts().limits(), within, new OpenCallbacks()).create(spec());
            return request.get();
        } finally {
            engine.stop(0);
            threads.shutdownNow();
        }
    }

    private static HttpServer engine(String info, CompletableFuture<String> request) throws IOException {
        var engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.endsWith("/containers/create")) {
                request.complete(body);
            }
            var answer = path.endsWith("/info") ? info : path.endsWith("/_ping") ? "OK" : "{\"Id\": \"c1\"}";
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(path.endsWith("/create") ? 201 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        engine.start();
        return engine;
    }

    private static ContainerSpec spec() {
        return new ContainerSpec(
                "limited",
                "sha256:an-image",
                Map.of(),
                Program.of(List.of("true")),
                Networking.none(),
                Privilege.TOOL,
                new Resources(1 << 20, 64, 1.5));
    }
}
