package dev.interop.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON Schemas of registry files: a resource beside this class, or our own format's with protocols' sections. */
final class RegistrySchema {
    private static final String BASE = "registry.schema.json";

    private RegistrySchema() {}

    /** Reads a schema from a resource beside this class. */
    static JsonNode resource(String name) {
        try (InputStream in = RegistrySchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The schema of our own format, with the sections of an entry.
     *
     * @throws UserError when two sections have the same name, or define the same name differently
     */
    static JsonNode with(List<RegistrySection> sections) {
        var schema = (ObjectNode) resource(BASE);
        var definitions = schema.withObject("/$defs");
        var entry = definitions.withObject("/implementation");
        var oneOfThem = entry.putArray("anyOf");
        for (var it : sections) {
            oneOfThem.addObject().putArray("required").add(it.name());
            var section = it.node();
            var own = section.remove("$defs");
            if (own != null) {
                own.properties()
                        .forEach(definition -> define(definitions, it, definition.getKey(), definition.getValue()));
            }
            var name = it.name() + "_section";
            define(definitions, it, name, section);
            entry.withObject("/properties").putObject(it.name()).put("$ref", "#/$defs/" + name);
        }
        return schema;
    }

    private static void define(ObjectNode definitions, RegistrySection section, String name, JsonNode definition) {
        var before = definitions.path(name);
        if (!before.isMissingNode() && !before.equals(definition)) {
            throw new UserError("the registry section '%s' defines '%s', which is defined otherwise already"
                    .formatted(section.name(), name));
        }
        definitions.set(name, definition);
    }
}
