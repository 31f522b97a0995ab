package dev.interop.testbed.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The configuration of the Docker command: {@code config.json} and the contexts beside it.
 *
 * @param folder the folder, such as {@code ~/.docker}
 */
record DockerConfig(Path folder) {
    /** The context that stands for the usual address. */
    static final String DEFAULT_CONTEXT = "default";

    private static final String CURRENT_CONTEXT = "currentContext";
    private static final List<String> TEXTS = List.of(CURRENT_CONTEXT, "credsStore");
    private static final List<String> OBJECTS = List.of("auths", "credHelpers");

    Path file() {
        return folder.resolve("config.json");
    }

    /** The name of the current context, if there is one that can be read. */
    Optional<String> currentContext() {
        try {
            return Optional.of(tree(file()).path(CURRENT_CONTEXT))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .filter(it -> !it.isEmpty());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Why the file cannot be read, if it is there and cannot. */
    Optional<String> problem() {
        if (Files.notExists(file())) {
            return Optional.empty();
        }
        try {
            if (Files.size(file()) == 0) {
                return Optional.of("it is empty");
            }
            var config = tree(file());
            return misshapen(config)
                    .or(() -> badLogin(config).map(it -> "the login for " + Printable.of(it) + " is no USER:PASSWORD"));
        } catch (JsonProcessingException e) {
            return Optional.of("it is not JSON, from line " + e.getLocation().getLineNr() + " on");
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The field that is read and has a value of another type, if there is one. */
    private static Optional<String> misshapen(JsonNode config) {
        return Stream.concat(
                        TEXTS.stream()
                                .filter(it -> !config.path(it).isMissingNode()
                                        && !config.path(it).isNull()
                                        && !config.path(it).isTextual()),
                        OBJECTS.stream()
                                .filter(it -> !config.path(it).isMissingNode()
                                        && !config.path(it).isNull()
                                        && !config.path(it).isObject()))
                .findFirst()
                .map(it -> "'" + it + "' is "
                        + config.path(it).getNodeType().name().toLowerCase(Locale.ROOT));
    }

    /** The registry whose login is no Base64 of {@code USER:PASSWORD}, if there is one. */
    private static Optional<String> badLogin(JsonNode config) {
        return config.path("auths").properties().stream()
                .filter(it -> it.getValue().hasNonNull("auth"))
                .filter(it -> !isLogin(it.getValue().path("auth").asText()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isLogin(String auth) {
        try {
            return auth.isEmpty() || new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8).contains(":");
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /**
     * An engine's address in a context.
     *
     * @param host the address
     * @param certificates the folder of the certificates for TLS, if there are any
     */
    record Context(String host, Optional<Path> certificates) {}

    /** The context of this name, if it exists. */
    Optional<Context> context(String name) {
        var id = DigestUtils.sha256Hex(name);
        try {
            var host = tree(folder.resolve("contexts")
                            .resolve("meta")
                            .resolve(id)
                            .resolve("meta.json"))
                    .at("/Endpoints/docker/Host")
                    .asText();
            var certificates =
                    folder.resolve("contexts").resolve("tls").resolve(id).resolve("docker");
            return Optional.of(new Context(host, Optional.of(certificates).filter(Files::isDirectory)))
                    .filter(it -> !it.host().isEmpty());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static JsonNode tree(Path file) throws IOException {
        if (new ObjectMapper().readTree(file.toFile()) instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("it holds no JSON object");
    }
}
