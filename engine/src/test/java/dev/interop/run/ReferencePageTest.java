package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
    private static final Path PAGE = Path.of("..", "docs", "reference.md");

    @Test
    void theReferencePageHasARowForEachParameter() throws IOException {
        var page = Files.readString(PAGE);

        for (var parameter : Parameter.values()) {
            assertThat(page).contains(row(parameter));
        }
    }

    private static String row(Parameter parameter) {
        return "| `%s` | %s | %s | %s |"
                .formatted(parameter.key(), parameter.type(), parameter.defaultText(), parameter.text());
    }
}
