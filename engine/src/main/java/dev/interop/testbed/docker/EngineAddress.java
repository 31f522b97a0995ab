package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import dev.interop.UserError;
import dev.interop.testbed.docker.EngineCandidates.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.testcontainers.utility.TestcontainersConfiguration;

/**
 * Finds the container engine: the first of the {@link EngineCandidates} that answers. Testcontainers' own choice is not
 * used: it falls back to another engine when the configured one (DOCKER_HOST) does not answer, knows no contexts, logs the
 * cause instead of throwing it, and refuses all later attempts of the same process.
 */
final class EngineAddress {
    private static final long ANSWER_LIMIT_SECONDS = 10;

    private EngineAddress() {}

    /** The candidates of this machine. */
    static EngineCandidates candidates() {
        return new EngineCandidates(System.getenv(), System.getProperties(), configured());
    }

    private static Optional<String> configured() {
        try {
            return Optional.ofNullable(TestcontainersConfiguration.getInstance().getUserProperty("docker.host", ""))
                    .filter(it -> !it.isBlank());
        } catch (IllegalArgumentException | ExceptionInInitializerError e) {
            throw new UserError("~/.testcontainers.properties cannot be read: " + why(e), e).ofEnvironment();
        }
    }

    /**
     * The client of the engine that answers.
     *
     * @throws UserError when none does
     */
    static Connected connect() {
        var candidates = candidates();
        var silent = new ArrayList<String>();
        for (var candidate : candidates.all()) {
            try {
                return connect(candidate, candidates.config());
            } catch (Unreachable e) {
                if (candidate.isNamed()) {
                    throw e.named(candidate);
                }
                silent.add(candidate.host().address() + " (" + e.getMessage() + ")");
            }
        }
        throw new UserError("Docker Engine is not reachable at "
                        + silent.stream().collect(Collectors.joining(", or at "))
                        + ". Start it, or set DOCKER_HOST.")
                .ofEnvironment();
    }

    private static Connected connect(Candidate candidate, DockerConfig docker) throws Unreachable {
        if (candidate.socket().filter(Files::notExists).isPresent()) {
            throw new Unreachable("no such file or directory", null);
        }
        var config = candidate.transport();
        var attempt = new FutureTask<>(() -> EngineClient.connect(config));
        var thread = new Thread(attempt, "interop-connect");
        thread.setDaemon(true);
        thread.start();
        try {
            return new Connected(
                    attempt.get(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS),
                    new ArchiveDownload(config),
                    new Distribution(config),
                    candidate.host(),
                    warnings(docker));
        } catch (TimeoutException e) {
            throw new Unreachable("no answer within " + ANSWER_LIMIT_SECONDS + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineClient.TooNew) {
                throw new UserError(
                                "Docker Engine at " + candidate.host().address() + " "
                                        + e.getCause().getMessage(),
                                e)
                        .ofEnvironment();
            }
            throw new Unreachable(why(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted", e);
        }
    }

    private static List<String> warnings(DockerConfig docker) {
        return docker.problem()
                .map(it -> List.of(
                        "%s is not read (%s); its logins and its context do not count".formatted(docker.file(), it)))
                .orElse(List.of());
    }

    private static String why(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        var line = message.lines().findFirst().orElse("").strip();
        return cause instanceof IOException ? line.toLowerCase(Locale.ROOT) : line;
    }

    /** An engine does not answer at one address. */
    private static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreachable(String why, Throwable cause) {
            super(why, cause);
        }

        UserError named(Candidate candidate) {
            var by = candidate.by().equals("DOCKER_HOST") ? "" : ", named by " + candidate.by();
            return new UserError(
                            "Docker Engine is not reachable at %s (%s)%s. Start it, or set DOCKER_HOST."
                                    .formatted(candidate.host().address(), getMessage(), by),
                            this)
                    .ofEnvironment();
        }
    }

    /**
     * An engine that answered.
     *
     * @param client its client
     * @param archives gets folders from its containers
     * @param distribution asks registries through it
     * @param host where it is
     * @param warnings what was passed over to reach it, a line each
     */
    record Connected(
            DockerClient client,
            ArchiveDownload archives,
            Distribution distribution,
            EngineHost host,
            List<String> warnings) {}
}
