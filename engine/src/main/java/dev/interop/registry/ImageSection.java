package dev.interop.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The schema of a section that says roles, images and variables. */
record ImageSection(String name, List<Role> roles) {
    private static final List<String> SHARED = List.of("image", "build", "env");

    /** The name of the schema definition for the settings of one role. */
    static String endpoint(String section) {
        return section + "_endpoint";
    }

    ObjectNode schema() {
        var section =
                object("How it speaks this protocol. What stands beside 'roles' holds for each of them; a role may"
                        + " say otherwise.");
        section.putArray("required").add("roles");
        var properties = section.putObject("properties");
        properties.set("roles", rolesSchema());
        SHARED.forEach(it -> reference(properties, it, it));
        reference(properties, "selected", "implementation/properties/selected");
        section.put("additionalProperties", false);
        var endpoint = object("What is special to this role.");
        var special = endpoint.putObject("properties");
        SHARED.forEach(it -> reference(special, it, it));
        endpoint.put("additionalProperties", false);
        section.putObject("$defs").set(endpoint(name), endpoint);
        return section;
    }

    private ObjectNode rolesSchema() {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("type").add("array").add("object");
        schema.put("description", "What it can play: a list of names, or an object with what is special to each.");
        schema.put("minItems", 1).put("minProperties", 1);
        var names = schema.putObject("items").putArray("enum");
        var properties = schema.putObject("properties");
        var example = JsonNodeFactory.instance.arrayNode();
        for (var role : roles) {
            names.add(role.label());
            example.add(role.label());
            reference(properties, role.label(), endpoint(name));
        }
        schema.put("additionalProperties", false);
        schema.putArray("examples").add(example);
        return schema;
    }

    private static ObjectNode object(String description) {
        return JsonNodeFactory.instance.objectNode().put("type", "object").put("description", description);
    }

    private static void reference(ObjectNode properties, String key, String definition) {
        properties.putObject(key).put("$ref", "#/$defs/" + definition);
    }
}
