package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A container registry for one test; its images are removed at the end. */
public final class LocalRegistry implements AutoCloseable {
    private static final String IMAGE = "localhost/interop/registry:local";
    private static final ExposedPort PORT = ExposedPort.tcp(5000);
    private static final long WAIT_NANOS = 20_000_000_000L;
    private static final int ANSWER_MILLIS = 2000;

    private final DockerClient client = EngineAddress.connect().client();
    private final List<String> references = new ArrayList<>();
    private final String container;
    private final String host;

    public LocalRegistry() throws IOException, InterruptedException {
        container = client.createContainerCmd(IMAGE)
                .withExposedPorts(PORT)
                .withLabels(Map.of("dev.interop.test", "registry"))
                // The engine takes registries of the loopback network without TLS.
                .withHostConfig(HostConfig.newHostConfig()
                        .withPortBindings(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), PORT)))
                .exec()
                .getId();
        client.startContainerCmd(container).exec();
        var bindings = client.inspectContainerCmd(container)
                .exec()
                .getNetworkSettings()
                .getPorts()
                .getBindings();
        var port = Integer.parseInt(bindings.get(PORT)[0].getHostPortSpec());
        host = "127.0.0.1:" + port;
        await(port);
    }

    /** Waits for an answer: the container engine's listener accepts connections before the registry runs. */
    private static void await(int port) throws IOException, InterruptedException {
        var ask = URI.create("http://127.0.0.1:" + port + "/v2/").toURL();
        var end = System.nanoTime() + WAIT_NANOS;
        while (true) {
            var connection = (HttpURLConnection) ask.openConnection();
            connection.setConnectTimeout(ANSWER_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            try {
                connection.getResponseCode();
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            } finally {
                connection.disconnect();
            }
            Thread.sleep(50);
        }
    }

    /** The reference of an image in this registry, such as {@code example/kwik:1}. */
    public String reference(String name) {
        var reference = host + "/" + name;
        references.add(reference);
        return reference;
    }

    /** Pushes an image of this machine to the registry. Under its new name it is not on this machine. */
    public String push(String image, String name) throws InterruptedException {
        var reference = pushed(image, name);
        remove(reference);
        return reference;
    }

    /** Like {@link #push}; the reference is that of the image's digest, {@code NAME@sha256:…}. */
    public String pushForDigest(String image, String name) throws InterruptedException {
        var reference = pushed(image, name);
        var repository = reference.substring(0, reference.lastIndexOf(':')) + "@";
        var digest = client.inspectImageCmd(reference).exec().getRepoDigests().stream()
                .filter(it -> it.startsWith(repository))
                .findFirst()
                .orElseThrow();
        remove(reference);
        remove(digest);
        references.add(digest);
        return digest;
    }

    private String pushed(String image, String name) throws InterruptedException {
        var reference = reference(name);
        var colon = reference.lastIndexOf(':');
        client.tagImageCmd(image, reference.substring(0, colon), reference.substring(colon + 1))
                .exec();
        client.pushImageCmd(reference)
                .withAuthConfig(new AuthConfig().withUsername("nobody").withPassword("nothing"))
                .start()
                .awaitCompletion();
        return reference;
    }

    private void remove(String reference) {
        try {
            client.removeImageCmd(reference).withNoPrune(true).exec();
        } catch (NotFoundException e) {
            // It was never pulled.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        try (client) {
            references.forEach(this::remove);
            client.removeContainerCmd(container)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        }
    }
}
