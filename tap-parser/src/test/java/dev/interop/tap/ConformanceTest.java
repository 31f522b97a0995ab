package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interop.tap.yaml.SnakeYamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads test data of other projects, which is not part of this one: {@code -Dinterop.tap.conformance=FOLDER}, with
 * {@code *.tap} below {@code FOLDER/inputs}. The results are compared by {@code scripts/conformance.py}; this test checks the
 * invariants.
 */
class ConformanceTest {

    @Test
    void everyInputIsReadWithoutAnException() throws IOException {
        String folder = System.getProperty("interop.tap.conformance", "");
        assumeTrue(!folder.isEmpty(), "no -Dinterop.tap.conformance=FOLDER: the cases are not part of the project");
        List<Path> inputs;
        try (Stream<Path> files = Files.walk(Path.of(folder, "inputs"))) {
            inputs = files.filter(file -> file.toString().endsWith(".tap"))
                    .sorted()
                    .toList();
        }
        assertThat(inputs).isNotEmpty();
        SnakeYamlReader yaml = new SnakeYamlReader();
        for (Path input : inputs) {
            byte[] bytes = Files.readAllBytes(input);
            Invariants.check(TapOptions.lenient(), bytes, 1);
            Invariants.check(TapOptions.strict().checkYaml(yaml), bytes, 7);
        }
    }
}
