package dev.interop.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A protocol's section in the entries of a registry. Every section has {@code roles} and, beside them or in a role,
 * {@code image}, {@code build} and {@code env}; a protocol may add keys, which it finds in {@link Endpoint#settings()}.
 *
 * @param name the section's key: the protocol's name
 * @param schema the section's JSON Schema (2020-12). It may refer to the definitions of the registry's own schema, such
 *     as {@code #/$defs/image}, and bring its own in {@code $defs}, which are added to those
 * @param urlTransports the scheme of an endpoint's URL, such as {@code https} → the transport that it stands for
 */
@API(status = Status.EXPERIMENTAL)
public record RegistrySection(String name, String schema, Map<String, String> urlTransports) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Set<String> TAKEN = Set.of("name", "organization", "url", "version", "selected", "notes");
    private static final Set<String> KEYS = Set.of("roles", "image", "build", "env", "selected");
    private static final JsonMapper JSON = new JsonMapper();

    public RegistrySection {
        problemWithName(name).ifPresent(it -> {
            throw new IllegalArgumentException(it);
        });
        object(schema, "the schema of section '" + name + "'");
        urlTransports = Map.copyOf(urlTransports);
    }

    /** Creates a section whose endpoints have no URLs. */
    public RegistrySection(String name, String schema) {
        this(name, schema, Map.of());
    }

    /** Creates a section with roles, images and environment variables. */
    public static RegistrySection of(String name, List<Role> roles) {
        return new RegistrySection(name, new ImageSection(name, roles).schema().toPrettyString());
    }

    /**
     * Creates a section whose schema is a resource.
     *
     * @param beside a class in the resource's package
     * @param resource the file's name
     */
    public static RegistrySection ofResource(String name, Class<?> beside, String resource) {
        try (var in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " does not lie beside " + beside.getName());
            }
            return new RegistrySection(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This section, with endpoints whose URLs have these schemes, each of which stands for a transport. */
    public RegistrySection withUrlTransports(Map<String, String> transports) {
        return new RegistrySection(name, schema, transports);
    }

    /** The transport that a URL's scheme stands for, if the section names it. */
    public Optional<String> transportOf(String url) {
        return Optional.ofNullable(urlTransports.get(url.split(":", 2)[0]));
    }

    /**
     * This section with a further key, beside {@code roles} or in a role. Only for sections made by {@link #of}.
     *
     * @param key such as {@code greeting}
     * @param valueSchema the JSON Schema of its value, such as <code>{"type": "string"}</code>
     */
    public RegistrySection withKey(String key, String valueSchema) {
        if (KEYS.contains(key)) {
            throw new IllegalArgumentException("section '%s' has a key '%s' already".formatted(name, key));
        }
        var value = object(valueSchema, "the schema of '" + key + "'");
        var section = object(schema, name);
        var endpoint = section.path("$defs").path(ImageSection.endpoint(name));
        if (!(endpoint.path("properties") instanceof ObjectNode inRole)) {
            throw new IllegalStateException("section '%s' has a schema of its own; add the key there".formatted(name));
        }
        section.withObject("/properties").set(key, value);
        inRole.set(key, value);
        return new RegistrySection(name, section.toPrettyString(), urlTransports);
    }

    /** Why this cannot be the name of a protocol and its section, if it cannot. */
    @API(status = Status.INTERNAL)
    public static Optional<String> problemWithName(String name) {
        if (NAME.matcher(name).matches() && !TAKEN.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(
                "'%s' cannot be a protocol's name: use lower case letters, digits and hyphens, and none of %s"
                        .formatted(
                                Printable.of(name),
                                String.join(", ", TAKEN.stream().sorted().toList())));
    }

    /** Why the schema cannot be used, if it cannot: it is no JSON Schema, or refers to what does not exist. */
    @API(status = Status.INTERNAL)
    public Optional<String> problem() {
        return SectionSchema.problem(this);
    }

    ObjectNode node() {
        return object(schema, name);
    }

    private static ObjectNode object(String json, String what) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(what + " is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException(what + " is no JSON object");
    }
}
