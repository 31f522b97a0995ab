package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Protocols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryPageTest {
    @Test
    void thePagesExamplesLoad(@TempDir Path folder) throws IOException {
        var page = Files.readString(Path.of("../docs/registry.md"));
        var entries = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map((MatchResult it) -> it.group(1))
                .collect(Collectors.joining(","));
        var file = Files.writeString(
                folder.resolve("registry.json"), "{\"version\": \"2.0\", \"implementations\": {" + entries + "}}");

        var registry = new RegistryReader(Protocols.installed().registrySections()).read(List.of(file));

        assertThat(registry.problems()).isEmpty();
        assertThat(registry.implementations())
                .extracting(it -> it.protocol() + " " + it.name())
                .containsExactly("quic my-quic", "moqt example", "quic example");
    }
}
