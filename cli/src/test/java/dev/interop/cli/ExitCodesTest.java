package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ExitCodesTest {
    @Test
    void theHelpAndTheReferenceSayTheSame() throws IOException {
        var help = sentence(new CommandLine(new InteropCommand()).getUsageMessage());

        assertThat(help).startsWith("Exit codes: 0 all passed, ");
        assertThat(sentence(Files.readString(Path.of("../docs/reference.md")))).isEqualTo(help);
    }

    private static String sentence(String text) {
        var from = text.substring(text.indexOf("Exit codes: "));
        return from.substring(0, from.indexOf("failed.") + "failed.".length()).replaceAll("\\s+", " ");
    }
}
