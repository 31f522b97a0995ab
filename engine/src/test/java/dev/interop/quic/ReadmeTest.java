package dev.interop.quic;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README says which test cases the default set has, and which only {@code --tests all} runs. */
class ReadmeTest {
    private static final Pattern NAMED = Pattern.compile("([a-z0-9-]+) \\(([A-Z0-9]+)\\)");

    @Test
    void theReadmeNamesTheTestCasesOfTheDefaultSetAndTheOthers() throws IOException {
        var text = Files.readString(Path.of("../README.md")).replaceAll("\\s+", " ");
        var cases = new QuicProtocol()
                .testCases().stream()
                        .collect(partitioningBy(TestCase::runsByDefault, toMap(TestCase::name, TestCase::letter)));

        assertThat(named(text, "Letters are test cases:", "`--tests all` runs every test case"))
                .isEqualTo(cases.get(true));
        assertThat(named(text, "`--tests all` runs every test case", "`./interop list tests` shows them all"))
                .isEqualTo(cases.get(false));
    }

    private static Map<String, String> named(String text, String from, String to) {
        assertThat(text).containsSubsequence(from, to);
        return NAMED.matcher(text.substring(text.indexOf(from), text.indexOf(to)))
                .results()
                .collect(toMap(it -> it.group(1), it -> it.group(2)));
    }
}
