package dev.interop.tap.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requirement: a line that is not YAML does not cost the other lines. */
class YamlEntriesTest {

    @Test
    void aMappingIsReadAsAWhole() {
        var entries = YamlEntries.read("a: 1\nb:\n  - x\n  - y\n");

        assertThat(entries.values()).isEqualTo(Map.of("a", 1L, "b", List.of("x", "y")));
        assertThat(entries.unread()).isEmpty();
    }

    @Test
    void anUnquotedColonCostsOneLine() {
        var entries = YamlEntries.read(
                "connection_id: ab12\nmessage: error: gone\nduration_ms: 12\n# a comment\nlist:\n- x\n");

        assertThat(entries.values())
                .isEqualTo(Map.of("connection_id", "ab12", "duration_ms", 12L, "list", List.of("x")));
        assertThat(entries.unread()).singleElement().satisfies(it -> {
            assertThat(it.number()).isEqualTo(2);
            assertThat(it.text()).isEqualTo("message: error: gone");
            assertThat(it.reason()).contains("mapping values are not allowed");
        });
    }

    @Test
    void entriesOfNestedMappingsAreKept() {
        var entries = YamlEntries.read("sessions:\n  publisher:\n    id: ab\n    why: a: b\n  subscriber: {id: cd}\n");

        assertThat(entries.values())
                .isEqualTo(
                        Map.of("sessions", Map.of("publisher", Map.of("id", "ab"), "subscriber", Map.of("id", "cd"))));
        assertThat(entries.unread()).extracting(YamlEntries.UnreadLine::number).containsExactly(4);
    }

    @Test
    void aBlockOfTextThatIsNoMappingIsUnread() {
        assertThat(YamlEntries.read("only text\nof two lines").unread())
                .extracting(YamlEntries.UnreadLine::number)
                .containsExactly(1, 2);
        assertThat(YamlEntries.read("").unread()).isEmpty();
        assertThat(YamlEntries.read("  deep: 1\nlow: 2: 3\nnext: 4").values())
                .isEqualTo(Map.of("deep", 1L, "next", 4L));
    }
}
