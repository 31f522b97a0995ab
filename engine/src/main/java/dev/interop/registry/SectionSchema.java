package dev.interop.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.interop.Printable;
import dev.interop.UserError;
import java.util.List;
import java.util.Optional;

/** Checks the schema of a section, as a part of the registry's schema, against the schema of JSON Schemas. */
final class SectionSchema {
    private SectionSchema() {}

    static Optional<String> problem(RegistrySection section) {
        JsonNode merged;
        try {
            merged = RegistrySchema.with(List.of(section));
        } catch (UserError e) {
            return Optional.of(e.getMessage());
        }
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var problem = registry
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                .validate(merged)
                .stream()
                .map(it -> it.getInstanceLocation() + ": " + it.getMessage())
                .findFirst()
                .or(() -> unresolved(registry, merged));
        return problem.map(Printable::of);
    }

    private static Optional<String> unresolved(SchemaRegistry registry, JsonNode merged) {
        try {
            registry.getSchema(merged).initializeValidators();
            return Optional.empty();
        } catch (SchemaException e) {
            return Optional.of(e.getMessage());
        }
    }
}
