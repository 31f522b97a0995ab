package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;
import org.testcontainers.shaded.com.github.dockerjava.core.RemoteApiVersion;

/**
 * Makes a client that knows its engine's address and nothing else. Testcontainers' own makes one that reads the logins of
 * {@code config.json} for each call, fails if it is broken, and looks for an engine a second time by rules of its own.
 * Logins are used for pulls alone ({@link RegistryLogins}).
 */
final class EngineClient {
    /** The newest version that the library knows, and one that every engine knows that is not much newer. */
    private static final RemoteApiVersion NEWEST = RemoteApiVersion.VERSION_1_44;

    private static final RemoteApiVersion OLDEST = RemoteApiVersion.VERSION_1_32;
    private static final Pattern TOO_OLD = Pattern.compile("is too old\\. Minimum supported API version is ([0-9.]+)");

    private EngineClient() {}

    /**
     * Makes a client for the engine at this address, and has it answer once.
     *
     * @throws TooNew when it speaks newer versions of the API only
     */
    static DockerClient connect(TransportConfig address) throws TooNew {
        var client = client(address, NEWEST);
        try {
            client.pingCmd().exec();
            return client;
        } catch (BadRequestException refused) {
            var minimum = TOO_OLD.matcher(String.valueOf(refused.getMessage()));
            if (minimum.find()) {
                throw new TooNew(minimum.group(1), NEWEST.getVersion());
            }
            var older = client(address, OLDEST);
            older.pingCmd().exec();
            return older;
        }
    }

    private static DockerClient client(TransportConfig address, RemoteApiVersion version) {
        var http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(address.getDockerHost())
                .sslConfig(address.getSslConfig())
                .build();
        var config = new DefaultDockerClientConfig.Builder()
                .withDockerHost(address.getDockerHost().toString())
                .withDockerTlsVerify(false)
                .withDockerConfig(Path.of(System.getProperty("user.home"), ".docker", "no-logins")
                        .toString())
                // The library's own defaults; Testcontainers asks for them, and nothing sends them.
                .withRegistryUrl("https://index.docker.io/v1/")
                .withRegistryUsername(System.getProperty("user.name"))
                .withApiVersion(version)
                .build();
        return DockerClientImpl.getInstance(config, new FreshConnections(http));
    }

    /** The engine speaks newer versions of the API only. */
    static final class TooNew extends Exception {
        private static final long serialVersionUID = 1L;

        TooNew(String minimum, String own) {
            super("speaks API " + minimum + " and later; this version of Interop Engine speaks " + own
                    + ". Update Interop Engine, or lower the engine's minimum (DOCKER_MIN_API_VERSION)");
        }
    }
}
