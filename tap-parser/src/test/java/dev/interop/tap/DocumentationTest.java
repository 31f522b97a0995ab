package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that the documentation lists every problem code and rule. */
class DocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "tap-parser.md");

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void thePageListsEveryCodeWithItsSeverities(ProblemCode code) throws IOException {
        String row = "| `%s` | %s | %s | %s |"
                .formatted(
                        code.code(),
                        code.rule().map(Rule::name).orElse("–"),
                        lower(code.lenientSeverity()),
                        lower(code.strictSeverity()));

        assertThat(Files.readString(PAGE)).contains(row);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void thePageListsEveryRule(Rule rule) throws IOException {
        assertThat(Files.readString(PAGE)).containsOnlyOnce("\n| " + rule + " | ");
    }

    private static String lower(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
