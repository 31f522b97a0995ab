package dev.interop.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interop.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/** A format of registry files. The JSON Schema defines the syntax of entries; code defines their meaning. */
interface RegistryFormat {
    /** The JSON Schema of a file. */
    JsonNode schema();

    /** The JSON pointer of the object that holds the entries. */
    String entries();

    /** The target draft that the file names, if it is valid. */
    default Optional<ProtocolVersion> currentTarget(JsonNode root) {
        return Optional.of(root.path("current_target").asText(""))
                .map(ProtocolVersion::of)
                .filter(it -> it.draftNumber().isPresent());
    }

    /**
     * Reads an entry that fits the schema: one implementation for each protocol.
     *
     * @throws BadEntry when it has an error that a schema cannot detect
     */
    List<Implementation> implementations(String key, JsonNode entry, Origin origin) throws BadEntry;

    /** An error in an entry. */
    final class BadEntry extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient String where;

        /**
         * @param where JSON pointer relative to the entry
         * @param message the error and its remedy
         */
        BadEntry(String where, String message) {
            super(message);
            this.where = where;
        }

        String where() {
            return where;
        }
    }
}
