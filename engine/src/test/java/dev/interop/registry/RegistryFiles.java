package dev.interop.registry;

import dev.interop.protocol.Protocols;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Registry files for tests; their texts may have apostrophes in place of quotation marks. */
abstract class RegistryFiles {
    @TempDir
    Path folder;

    Registry own(String entries) {
        return read("registry.json", "{'version': '2.0', 'implementations': {\n" + entries + "}}");
    }

    List<String> texts(Registry registry) {
        return registry.problems().stream()
                .map(it -> it.text().replace(folder + "/", ""))
                .toList();
    }

    Registry read(String name, String text) {
        return new RegistryReader(Protocols.installed().registrySections()).read(List.of(file(name, text)));
    }

    Path file(String name, String text) {
        try {
            return Files.write(folder.resolve(name), text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
