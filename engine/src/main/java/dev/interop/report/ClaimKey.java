package dev.interop.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * The key of a client's claim in a line of {@code cells.jsonl}: the word for the report's format, which the protocol
 * chooses. No other key of a line that readers do not know holds an object with {@code points}.
 */
final class ClaimKey {
    /** The property of {@link CellLine} that holds the claim. */
    static final String PROPERTY = "claim";

    private static final String FORMAT = "format";
    private static final String POINTS = "points";
    private static final Set<String> TAKEN = Set.of(
            "format",
            "conditions",
            "earlier",
            "id",
            "protocol",
            "client",
            "server",
            "test",
            "transport",
            "version",
            "route",
            "outcome",
            "reason",
            "findings",
            "checks",
            "images",
            "builds",
            "seed",
            "scenario",
            "exit",
            "ended",
            "around",
            "measurement",
            "times",
            "span",
            "logs");

    private ClaimKey() {}

    /**
     * Puts the claim under its format's key, in its place.
     *
     * @throws IllegalArgumentException when the line has that key already
     */
    static JsonNode written(ObjectNode line) {
        if (!line.has(PROPERTY)) {
            return line;
        }
        var key = line.path(PROPERTY).path(FORMAT).asText();
        if (TAKEN.contains(key)) {
            throw new IllegalArgumentException(
                    "a report's format cannot be called '%s': cells.jsonl has that key already".formatted(key));
        }
        var written = JsonNodeFactory.instance.objectNode();
        line.properties().forEach(it -> {
            var isClaim = it.getKey().equals(PROPERTY);
            written.set(isClaim ? key : it.getKey(), isClaim ? without(it.getValue()) : it.getValue());
        });
        return written;
    }

    private static JsonNode without(JsonNode claim) {
        var copy = (ObjectNode) claim.deepCopy();
        copy.remove(FORMAT);
        return copy;
    }

    /** Finds the claim under whichever key it has. */
    static JsonNode read(JsonNode line) {
        for (var it : line.properties()) {
            if (!TAKEN.contains(it.getKey()) && it.getValue().has(POINTS)) {
                var read = (ObjectNode) line.deepCopy();
                read.remove(it.getKey());
                read.putObject(PROPERTY).put(FORMAT, it.getKey()).setAll((ObjectNode) it.getValue());
                return read;
            }
        }
        return line;
    }
}
