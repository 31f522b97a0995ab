package dev.interop.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.check.WireCheck;
import dev.interop.moqt.tap.TapReason;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultsPageTest {
    @Test
    void thePageExplainsEveryOutcomeAndReason() throws IOException {
        var page = Files.readString(Path.of("../docs/results.md"));

        assertThat(Outcome.values()).allSatisfy(it -> assertThat(page).contains("| `" + it.label() + "` |"));
        assertThat(Stream.of(ReasonCode.all(), TapReason.all(), List.of(WireCheck.UNREADABLE))
                        .flatMap(List::stream))
                .allSatisfy(it -> assertThat(page).contains("`" + it.label() + "`"));
    }
}
