package dev.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the engine's messages independent of the JVM's locale, whose digits may not be ASCII: a number is written by
 * {@code %s}, or the call names {@code Locale.ROOT}.
 */
class LocaleOfMessagesTest {
    private static final Pattern STATEMENT_END = Pattern.compile("[;{}]");
    private static final Pattern NUMBER = Pattern.compile("%[-0-9.,]*[dfe](?![a-z])");

    @Test
    void noMessageWritesNumbersInTheDigitsOfTheLocale() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            var found = files.filter(it -> it.toString().endsWith(".java"))
                    .flatMap(it -> dependent(read(it)).stream().map(at -> it.getFileName() + ": " + at))
                    .toList();

            assertThat(found).isEmpty();
        }
    }

    @Test
    void aNumberInTheLocalesDigitsIsFound() {
        assertThat(dependent("say(\"%d packets\".formatted(n));")).hasSize(1);
        assertThat(dependent("say(String.format(\"%5.1f s\", n));")).hasSize(1);
        assertThat(dependent("say(\"%s packets\".formatted(n));")).isEmpty();
        assertThat(dependent("say(String.format(Locale.ROOT, \"%d packets\", n));"))
                .isEmpty();
    }

    private static List<String> dependent(String source) {
        return STATEMENT_END
                .splitAsStream(source)
                .map(String::strip)
                .filter(it -> it.contains("\"") && NUMBER.matcher(it).find())
                .filter(it -> !it.contains("Locale.ROOT"))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
