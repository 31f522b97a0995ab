package dev.interop.expectation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.UserError;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Changes the entries of a JSON file, which has no comments that could be lost. */
final class JsonEdit {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

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
                        .forEach(it -> root.withArray(kind.key()).remove(it.intValue()));
            }
            for (var it : added) {
                var entry = root.withArray(it.kind().orElseThrow().key()).addObject();
                NewEntry.of(it).forEach(entry::put);
            }
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new UserError(path + ": not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
