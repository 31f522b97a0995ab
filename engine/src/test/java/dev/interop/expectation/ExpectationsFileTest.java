package dev.interop.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file of expectations may say, and what is said about one that is wrong. */
class ExpectationsFileTest {
    @TempDir
    Path folder;

    @Test
    void jsonIsReadAsWell() throws IOException {
        var file = Files.writeString(folder.resolve("expectations.json"), """
            {
            \t"$schema": "./expectations.schema.json",
            \t"known-failing": [
            \t\t{"client": "a",
            \t\t "reason": "x"},
            \t\t{"client": ["b", "c*"], "reason": "y"}
            \t]
            }
            """);

        assertThat(ExpectationsFile.read(file))
                .extracting(it -> it.place().lines())
                .containsExactly("lines 4 to 5", "line 6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "known-failing:\nknown-flaky:\n", "known-failing: []\n", "{}"})
    void aFileMayBeEmpty(String text) throws IOException {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "known-failing:\\n  - client: a | :2: 'reason' is missing; add it",
                "known-failing:\\n  - reason: x | :2: names no cell; add one of protocol, client, server",
                "known-failing:\\n"
                        + "  - client: a\\n"
                        + "    reason: x\\n"
                        + "    clients: b | :4: key 'clients' is not known; did you mean 'client'?",
                "known-failed: [] | :1: key 'known-failed' is not known; did you mean 'known-failing'?",
                "known-failing:\\n"
                        + "  - client: a\\n"
                        + "    reason: x\\n"
                        + "    until: 2026-02-30 | :4: '2026-02-30' is no day of the calendar",
                "known-failing:\\n"
                        + "  - client: a\\n"
                        + "    reason: x\\n"
                        + "    until: soon | :4: until 'soon' does not fit; write it like '2027-03-31'",
                "known-failing:\\n"
                        + "  - client: a\\n"
                        + "    reason: x\\n"
                        + "    bug: '12' | :4: bug '12' does not fit; write it like 'https://",
                "known-failing:\\n"
                        + "  - client: a\\n"
                        + "    reason: x\\n"
                        + "    client-release: '^4' | :4: client-release '^4' does not fit; write it like '>=1.2 <1.4'",
                "known-failing:\\n  - client: a\\n    client: b | :3: 'client' stands here and on line 2 already",
                "known-failing:\\n"
                        + "  - version: 18\\n"
                        + "    reason: x | :2: 'version' must be text in quotes or a list, not 18",
                "known-failing:\\n  client: a | :1: 'known-failing' must be a list or nothing, not an object",
                "known-failing:\\n  - [ | not YAML",
                "just text | must be an object",
            })
    void aMistakeIsToldWithItsLineAndRemedy(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("expectations.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void anEntryThatRefersToItselfIsRefused() {
        assertThatThrownBy(() -> read("known-failing: &a\n  - *a\n")).isInstanceOf(UserError.class);
    }

    @Test
    void theSchemaForEditorsIsTheOneOfTheJar() throws IOException {
        assertThat(new JsonMapper()
                        .readTree(Path.of("../expectations.schema.json").toFile()))
                .isEqualTo(ExpectationsFile.schema());
    }

    private List<Expectation> read(String text) throws IOException {
        return ExpectationsFile.read(Files.writeString(folder.resolve("expectations.yaml"), text));
    }
}
