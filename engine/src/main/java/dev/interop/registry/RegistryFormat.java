package dev.interop.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A format of registry files. What an entry may look like is in its JSON Schema; what it means is in code. */
interface RegistryFormat {
    /** The JSON Schema of a file. */
    JsonNode schema();

    /** The JSON pointer of the object that holds the entries. */
    String entries();

    /** The draft that the file says is aimed at, if it says so rightly. */
    default Optional<String> currentTarget(JsonNode root) {
        return Optional.of(root.path("current_target").asText(""))
                .filter(it -> it.matches("draft-\\d+"))
                .map(DraftVersion::canonical);
    }

    /**
     * What an entry that fits the schema says: one implementation a protocol.
     *
     * @throws BadEntry when it is wrong in a way that a schema cannot tell
     */
    List<Implementation> implementations(String key, JsonNode entry, Origin origin) throws BadEntry;

    /** What is wrong with an entry. */
    final class BadEntry extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient String where;

        /**
         * @param where JSON pointer relative to the entry
         * @param message what is wrong and what to do
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
