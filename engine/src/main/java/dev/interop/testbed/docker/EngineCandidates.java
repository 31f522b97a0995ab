package dev.interop.testbed.docker;

import dev.interop.Printable;
import dev.interop.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.LocalDirectorySSLConfig;

/**
 * Where a container engine may be. The user's choice is the only candidate where there is one, as for the Docker command:
 * DOCKER_HOST, then DOCKER_CONTEXT, then the current context. Otherwise the usual places of this kind of machine are.
 *
 * @param environment the environment
 * @param properties the system's properties; {@code user.home} and {@code os.name} are read
 * @param configuredHost the address in Testcontainers' own configuration, if there is one
 */
record EngineCandidates(Map<String, String> environment, Properties properties, Optional<String> configuredHost) {
    private static final Set<String> SCHEMES = Set.of("npipe", "tcp", "http", "https");
    private static final String SOCKET = "unix://";
    private static final List<String> CERTIFICATES = List.of("ca.pem", "cert.pem", "key.pem");

    /**
     * An address.
     *
     * @param host the address
     * @param by what names it, such as {@code DOCKER_HOST}; empty for a usual place
     */
    record Candidate(EngineHost host, String by) {
        TransportConfig transport() {
            var config = TransportConfig.builder().dockerHost(host.uri());
            host.certificates().ifPresent(it -> config.sslConfig(new LocalDirectorySSLConfig(it.toString())));
            return config.build();
        }

        boolean isNamed() {
            return !by.isEmpty();
        }

        /** The socket's file, if it is one. */
        Optional<Path> socket() {
            return Optional.of(host.uri()).filter(EngineCandidates::isSocket).map(it -> Path.of(it.getPath()));
        }
    }

    /**
     * The candidates, in the order in which to try them.
     *
     * @throws UserError when the user's choice is no address, or a context that does not exist
     */
    List<Candidate> all() {
        var named = host("DOCKER_HOST", value("DOCKER_HOST"))
                .or(() -> context("DOCKER_CONTEXT", value("DOCKER_CONTEXT")))
                .or(() -> host("docker.host in ~/.testcontainers.properties", configuredHost))
                .or(() -> context("the current Docker context", config().currentContext()));
        return named.map(List::of).orElseGet(this::usual);
    }

    /** The configuration of the Docker command. */
    DockerConfig config() {
        return new DockerConfig(value("DOCKER_CONFIG")
                .map(Path::of)
                .orElseGet(() -> home().orElse(Path.of("")).resolve(".docker")));
    }

    private Optional<Candidate> host(String by, Optional<String> address) {
        return address.map(it -> candidate(by, it, tls()));
    }

    private Optional<Candidate> context(String by, Optional<String> name) {
        return name.filter(it -> !it.equals(DockerConfig.DEFAULT_CONTEXT)).map(it -> {
            var what = by + " '" + Printable.of(it) + "'";
            var found = config().context(it)
                    .orElseThrow(() -> new UserError(what + ": there is no such context in " + config().folder()
                                    + "; see docker context ls")
                            .ofEnvironment());
            return candidate(what, found.host(), found.certificates());
        });
    }

    private static Candidate candidate(String by, String address, Optional<Path> certificates) {
        var uri = uri(by, address);
        if (isSocket(uri)) {
            return new Candidate(new EngineHost(uri, Optional.empty()), by);
        }
        // Without all of them the library would send in clear what was meant to be encrypted.
        certificates
                .filter(it -> CERTIFICATES.stream().anyMatch(file -> !Files.isRegularFile(it.resolve(file))))
                .ifPresent(it -> {
                    throw new UserError("%s: TLS needs %s in %s".formatted(by, String.join(", ", CERTIFICATES), it))
                            .ofEnvironment();
                });
        return new Candidate(new EngineHost(uri, certificates), by);
    }

    private static URI uri(String by, String address) {
        var text = address.strip();
        try {
            if (text.startsWith(SOCKET)) {
                return socket(Path.of(text.substring(SOCKET.length())));
            }
            var uri = new URI(text);
            if (uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && (uri.getHost() != null || uri.getScheme().equals("npipe"))) {
                return uri;
            }
        } catch (URISyntaxException | InvalidPathException e) {
            throw noAddress(by, address);
        }
        throw noAddress(by, address);
    }

    /** A path may have letters that an address must not have, such as blanks. */
    private static URI socket(Path path) throws URISyntaxException {
        if (!path.isAbsolute()) {
            throw new URISyntaxException(path.toString(), "not absolute");
        }
        return new URI("unix", "", path.toString(), null);
    }

    private static boolean isSocket(URI uri) {
        return uri.getScheme().equals("unix");
    }

    private static UserError noAddress(String by, String address) {
        return new UserError(
                        "%s: '%s' is no address that can be used; it takes unix:///PATH, tcp://HOST:PORT or npipe:////./pipe/NAME"
                                .formatted(by, Printable.of(address)))
                .ofEnvironment();
    }

    private Optional<Path> tls() {
        return value("DOCKER_TLS_VERIFY")
                .filter(it -> !it.equals("0") && !it.equalsIgnoreCase("false"))
                .map(it -> value("DOCKER_CERT_PATH").map(Path::of).orElseGet(() -> config().folder()));
    }

    private List<Candidate> usual() {
        if (properties.getProperty("os.name", "").startsWith("Windows")) {
            return List.of(usual(URI.create("npipe:////./pipe/docker_engine")));
        }
        var sockets = new ArrayList<>(List.of(Path.of("/var/run/docker.sock")));
        value("XDG_RUNTIME_DIR")
                .map(Path::of)
                .map(it -> it.resolve("docker.sock"))
                .ifPresent(sockets::add);
        home().ifPresent(it -> {
            sockets.add(it.resolve(".docker/run/docker.sock"));
            sockets.add(it.resolve(".docker/desktop/docker.sock"));
        });
        user().map(it -> Path.of("/run/user", it, "docker.sock")).ifPresent(sockets::add);
        var candidates = new ArrayList<Candidate>();
        for (var it : new LinkedHashSet<>(sockets)) {
            try {
                candidates.add(usual(socket(it)));
            } catch (URISyntaxException relative) {
                continue;
            }
        }
        return List.copyOf(candidates);
    }

    private static Candidate usual(URI address) {
        return new Candidate(new EngineHost(address, Optional.empty()), "");
    }

    /** The home folder; Java calls an unknown one {@code ?}. */
    private Optional<Path> home() {
        return Stream.of(value("HOME"), Optional.ofNullable(properties.getProperty("user.home")))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .findFirst();
    }

    private static Optional<String> user() {
        try {
            return Optional.of(String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid")));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException elsewhere) {
            return Optional.empty();
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(it -> !it.isBlank());
    }
}
