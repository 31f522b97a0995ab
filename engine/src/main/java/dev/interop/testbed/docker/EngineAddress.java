package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import dev.interop.UserError;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.DockerDesktopClientProviderStrategy;
import org.testcontainers.dockerclient.EnvironmentAndSystemPropertyClientProviderStrategy;
import org.testcontainers.dockerclient.NpipeSocketClientProviderStrategy;
import org.testcontainers.dockerclient.RootlessDockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.dockerclient.UnixSocketClientProviderStrategy;

/**
 * Finds the container engine. It tries Testcontainers' strategies one after the other. Testcontainers' own choice among
 * them is not used: it falls back to another engine when the configured one (DOCKER_HOST) does not answer, logs the cause
 * instead of throwing it, and refuses all later attempts of the same process.
 */
// The strategies are meant for the service loader only, which cannot tell which of them reads the environment.
@SuppressWarnings("deprecation")
final class EngineAddress {
    private static final long ANSWER_LIMIT_SECONDS = 10;
    private static final String REMEDY = "Start it, or set DOCKER_HOST.";

    private EngineAddress() {}

    /**
     * The client of the engine that answers.
     *
     * @throws UserError when none does
     */
    static Connected connect() {
        var asked = new EnvironmentAndSystemPropertyClientProviderStrategy();
        if (asked.isApplicable()) {
            return connect(asked.getTransportConfig());
        }
        Optional<UserError> first = Optional.empty();
        for (var config : usualAddresses()) {
            try {
                return connect(config);
            } catch (UserError e) {
                first = first.or(() -> Optional.of(e));
            }
        }
        throw first.orElseGet(() -> new UserError("Docker Engine is not installed. " + REMEDY));
    }

    private static List<TransportConfig> usualAddresses() {
        var configs = new ArrayList<TransportConfig>();
        for (var strategy : List.of(
                new UnixSocketClientProviderStrategy(),
                new RootlessDockerClientProviderStrategy(),
                new DockerDesktopClientProviderStrategy(),
                new NpipeSocketClientProviderStrategy())) {
            try {
                configs.add(strategy.getTransportConfig());
            } catch (Exception e) {
                // The strategy does not fit this kind of machine.
                continue;
            }
        }
        if (configs.isEmpty()) {
            configs.add(TransportConfig.builder()
                    .dockerHost(URI.create("unix:///var/run/docker.sock"))
                    .build());
        }
        return configs;
    }

    private static Connected connect(TransportConfig config) {
        var host = config.getDockerHost();
        var attempt = CompletableFuture.supplyAsync(() -> {
            var client = DockerClientProviderStrategy.getClientForConfig(config);
            client.pingCmd().exec();
            return client;
        });
        try {
            return new Connected(
                    attempt.get(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS),
                    new ArchiveDownload(config),
                    new Distribution(config),
                    host.toString(),
                    config.getSslConfig() != null);
        } catch (TimeoutException e) {
            throw unreachable(host.toString(), "no answer within " + ANSWER_LIMIT_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw unreachable(host.toString(), why(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(host.toString(), "interrupted", e);
        }
    }

    private static UserError unreachable(String host, String why, Exception cause) {
        return new UserError("Docker Engine is not reachable at " + host + " (" + why + "). " + REMEDY, cause);
    }

    private static String why(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return cause instanceof IOException ? message.toLowerCase(Locale.ROOT) : message;
    }

    /**
     * An engine that answered.
     *
     * @param client its client
     * @param archives gets folders from its containers
     * @param distribution asks registries through it
     * @param host its address
     * @param tls whether the connection to it is encrypted
     */
    record Connected(
            DockerClient client, ArchiveDownload archives, Distribution distribution, String host, boolean tls) {}
}
