package dev.interop.registry;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.interop.NearestName;
import dev.interop.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Checks a file against its format's JSON Schema and turns violations into messages for people. */
@API(status = Status.INTERNAL)
public final class SchemaCheck {
    private static final int SHOWN = 60;

    private final Schema schema;

    /**
     * @param schema the format's schema
     */
    public SchemaCheck(JsonNode schema) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    /**
     * A violation of the schema.
     *
     * @param pointer its position, as a JSON pointer
     * @param message the error and its remedy
     */
    public record Misfit(String pointer, String message) {}

    /** All violations in a file. */
    public List<Misfit> misfits(JsonNode root) {
        return schema.validate(root).stream().map(this::misfit).distinct().toList();
    }

    private Misfit misfit(Error error) {
        var pointer = pointer(error);
        if (error.getEvaluationPath().toString().contains("/anyOf/")) {
            return new Misfit(pointer, "speaks no protocol; add a section " + sections());
        }
        return switch (error.getKeyword()) {
            case "additionalProperties" -> new Misfit(child(pointer, error.getProperty()), unknownKey(error));
            case "propertyNames" -> new Misfit(child(pointer, error.getProperty()), malformed(error, "name"));
            case "required" -> new Misfit(pointer, "'%s' is missing; add it".formatted(error.getProperty()));
            case "enum", "const" -> new Misfit(pointer, unknownValue(error));
            case "pattern", "minLength" -> new Misfit(pointer, malformed(error, key(pointer)));
            case "type" -> new Misfit(pointer, wrongType(error));
            case "minItems", "minProperties" -> new Misfit(pointer, "'%s' is empty".formatted(key(pointer)));
            case "uniqueItems" -> new Misfit(pointer, "'%s' says something twice".formatted(key(pointer)));
            default -> new Misfit(pointer, Printable.of(error.getMessage()));
        };
    }

    private String sections() {
        var names = new ArrayList<String>();
        schema.getSchemaNode()
                .at("/$defs/implementation/anyOf")
                .forEach(it -> names.add(quoted(it.path("required").path(0).asText())));
        var last = names.remove(names.size() - 1);
        return names.isEmpty() ? last : String.join(", ", names) + " or " + last;
    }

    private String unknownKey(Error error) {
        var known = new ArrayList<String>();
        around(error).path("properties").fieldNames().forEachRemaining(known::add);
        var noun = pointer(error).endsWith("/roles") ? "role" : "key";
        return unknown(noun, error.getProperty(), known);
    }

    private static String unknownValue(Error error) {
        var keyword = error.getSchemaNode();
        var known = keyword.isArray() ? texts(keyword) : List.of(keyword.asText());
        var noun = key(pointer(error)).replace("roles", "role");
        if (error.getInstanceNode().isContainerNode()) {
            return "'%s' must be one of %s, not %s"
                    .formatted(noun, String.join(", ", known), shown(error.getInstanceNode()));
        }
        return unknown(noun, error.getInstanceNode().asText(), known);
    }

    private static String unknown(String noun, String given, List<String> known) {
        var hint = NearestName.of(given, known)
                .map("did you mean '%s'?"::formatted)
                .orElse("known: " + String.join(", ", known));
        return "%s %s is not known; %s".formatted(noun, quoted(given), hint);
    }

    private String malformed(Error error, String noun) {
        var schemaOfValue = error.getKeyword().equals("propertyNames") ? error.getSchemaNode() : around(error);
        var example = schemaOfValue.path("examples").path(0);
        var given = error.getProperty() == null ? error.getInstanceNode().asText() : error.getProperty();
        var remedy = example.isMissingNode() ? "" : "; write it like '" + example.asText() + "'";
        return given.isEmpty()
                ? "%s is empty%s".formatted(noun, remedy)
                : "%s %s does not fit%s".formatted(noun, quoted(given), remedy);
    }

    private static String wrongType(Error error) {
        var wanted = error.getSchemaNode();
        var types = wanted.isArray() ? texts(wanted) : List.of(wanted.asText());
        var pointer = pointer(error);
        return "%s must be %s, not %s"
                .formatted(
                        pointer.isEmpty() ? "the file" : "'" + key(pointer) + "'",
                        String.join(
                                " or ",
                                types.stream().map(SchemaCheck::typeForPeople).toList()),
                        shown(error.getInstanceNode()));
    }

    private static String typeForPeople(String type) {
        return switch (type) {
            case "array" -> "a list";
            case "object" -> "an object";
            case "string" -> "text in quotes";
            case "boolean" -> "true or false";
            case "null" -> "nothing";
            default -> type;
        };
    }

    private static String shown(JsonNode given) {
        if (given.isValueNode()) {
            return Printable.of(cut(given.toString()));
        }
        return given.isArray() ? "a list" : "an object";
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Builds the pointer from its elements, since the location's own text has control characters escaped. */
    private static String pointer(Error error) {
        var location = error.getInstanceLocation();
        var pointer = "";
        for (int i = 0; i < location.getNameCount(); i++) {
            pointer = child(pointer, location.getElement(i).toString());
        }
        return pointer;
    }

    /** The schema that contains the violated keyword. */
    private JsonNode around(Error error) {
        return schema.getSchemaNode().at(pointerOf(error).head());
    }

    private static JsonPointer pointerOf(Error error) {
        return JsonPointer.compile(error.getSchemaLocation().getFragment().toString());
    }

    private static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The last key of a pointer; for an element of a list, the list's key. */
    private static String key(String pointer) {
        var keys = JsonPointer.compile(pointer);
        while (keys.last() != null
                && keys.last().getMatchingIndex() >= 0
                && !keys.head().matches()) {
            keys = keys.head();
        }
        return keys.last() == null ? "" : Printable.of(cut(keys.last().getMatchingProperty()));
    }

    private static String quoted(String text) {
        return "'" + Printable.of(cut(text)) + "'";
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
