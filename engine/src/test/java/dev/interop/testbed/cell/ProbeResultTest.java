package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerEnd.How;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeResultTest {
    @ParameterizedTest
    @CsvSource({
        "EXITED, it ended with exit code 3",
        "STOPPED, it kept running",
        "TIMED_OUT, it kept running",
        "OUT_OF_MEMORY, it ran out of memory",
        "DISK_LIMIT, the detail",
        "NOT_STARTED, it did not start: the detail"
    })
    void aProbesEndIsToldToPeople(How how, String text) {
        var ending = new ContainerEnd(how, OptionalInt.of(3), "the detail");

        assertThat(result(Optional.of(ending)).behaviour()).hasValue(text);
    }

    @Test
    void aCachedAnswerTellsNothing() {
        assertThat(result(Optional.empty()).behaviour()).isEmpty();
    }

    private static ProbeResult result(Optional<ContainerEnd> ending) {
        return new ProbeResult(false, Optional.empty(), ending, "x", Optional.empty());
    }
}
