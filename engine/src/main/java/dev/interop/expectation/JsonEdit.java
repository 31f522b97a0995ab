package dev.interop.expectation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.Printable;
import dev.interop.UserError;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Changes the entries of a JSON file, which has no comments that could be lost. */
final class JsonEdit {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            // Such as a comment behind it, which YAML allows and which would be lost.
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final DefaultPrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private final String text;

    JsonEdit(String text) {
        this.text = text.isBlank() ? "{}" : text;
    }

    /** The text without these entries, and with entries about these cells. */
    String edited(Path path, List<FoundCell> added, List<RemovedEntry> removed) {
        try {
            var root = (ObjectNode) JSON.readTree(text);
            for (var kind : ExpectationKind.values()) {
                removed.stream()
                        .filter(it -> it.kind() == kind)
                        .map(RemovedEntry::index)
                        .sorted(Comparator.reverseOrder())
                        .forEach(it -> list(root, kind).remove(it.intValue()));
            }
            for (var it : added) {
                var entry = list(root, it.kind().orElseThrow()).addObject();
                NewEntry.of(it).forEach(entry::put);
            }
            var whole = JSON.writer(PRINTER).writeValueAsString(root) + "\n";
            return text.contains("\r\n") ? whole.replace("\n", "\r\n") : whole;
        } catch (JsonProcessingException e) {
            throw new UserError(
                    "%s: cannot be changed, since it is not JSON (%s); write it as JSON, or as YAML with a line for each entry"
                            .formatted(path, Printable.of(e.getOriginalMessage())),
                    e);
        }
    }

    /** A list that is {@code null} becomes one. */
    private static ArrayNode list(ObjectNode root, ExpectationKind kind) {
        return root.path(kind.key()) instanceof ArrayNode list ? list : root.putArray(kind.key());
    }
}
