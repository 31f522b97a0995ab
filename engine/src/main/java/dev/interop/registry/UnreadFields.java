package dev.interop.registry;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the fields that a format's schema does not describe. The public runners' formats let any field pass, so that
 * their newer files load; what is dropped has to be told.
 */
final class UnreadFields {
    private final JsonNode schema;
    private final List<JsonPointer> found = new ArrayList<>();

    private UnreadFields(JsonNode schema) {
        this.schema = schema;
    }

    /** The unread fields of a file, each once, with the first entry that has it. */
    static List<UnreadField> of(RegistryFile file, RegistryFormat format) {
        var walk = new UnreadFields(format.schema());
        walk.walk(file.root(), walk.schema, JsonPointer.empty());
        Map<String, UnreadField> byField = new LinkedHashMap<>();
        for (var at : walk.found) {
            var pointer = at.toString();
            var below = pointer.startsWith(format.entries() + "/")
                    ? JsonPointer.compile(pointer.substring(format.entries().length()))
                    : JsonPointer.empty();
            var isInEntry = !below.matches() && !below.tail().matches();
            var field = field(isInEntry ? below.tail() : at);
            var entry = isInEntry ? below.getMatchingProperty() : "";
            byField.merge(
                    field,
                    new UnreadField(file.origin(pointer), entry, field, 0),
                    (first, other) -> first.andOneMore());
        }
        return List.copyOf(byField.values());
    }

    /** The names on a pointer, without the positions in lists. */
    private static String field(JsonPointer pointer) {
        var names = new ArrayList<String>();
        for (var at = pointer; !at.matches(); at = at.tail()) {
            if (at.getMatchingIndex() < 0) {
                names.add(at.getMatchingProperty());
            }
        }
        return String.join(".", names);
    }

    private void walk(JsonNode node, JsonNode described, JsonPointer at) {
        var its = resolved(described);
        if (node.isArray()) {
            for (var index = 0; index < node.size(); index++) {
                walk(node.get(index), its.path("items"), at.appendIndex(index));
            }
        }
        // A schema that describes no field takes any.
        if (!node.isObject() || !its.has("properties") && !its.has("additionalProperties")) {
            return;
        }
        for (var field : node.properties()) {
            var name = field.getKey();
            var where = at.appendProperty(name);
            if (isComment(name, its)) {
                continue;
            }
            var own = its.path("properties").path(name);
            var others = its.path("additionalProperties");
            if (!own.isMissingNode()) {
                walk(field.getValue(), own, where);
            } else if (others.isObject()) {
                walk(field.getValue(), others, where);
            } else if (!others.isBoolean()) {
                found.add(where);
            }
        }
    }

    private static boolean isComment(String name, JsonNode described) {
        return name.startsWith("_")
                || name.startsWith("$")
                || described.path("patternProperties").properties().stream()
                        .anyMatch(
                                it -> Pattern.compile(it.getKey()).matcher(name).find());
    }

    private JsonNode resolved(JsonNode described) {
        var reference = described.path("$ref").asText("");
        return reference.startsWith("#") ? schema.at(reference.substring(1)) : described;
    }
}
