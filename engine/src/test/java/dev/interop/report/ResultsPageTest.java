package dev.interop.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ResultsPageTest {
    @Test
    void thePageExplainsEveryOutcomeAndReason() throws IOException {
        var page = Files.readString(Path.of("../docs/results.md"));

        assertThat(Outcome.values()).allSatisfy(it -> assertThat(page).contains("| `" + it.label() + "` |"));
        assertThat(ReasonCode.values()).allSatisfy(it -> assertThat(page).contains("`" + it.label() + "`"));
    }
}
