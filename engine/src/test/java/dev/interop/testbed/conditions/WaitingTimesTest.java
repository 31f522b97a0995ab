package dev.interop.testbed.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ProcessorWait;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The lines of the load meter. */
class WaitingTimesTest {
    private final WaitingTimes times = new WaitingTimes();

    @Test
    void theNewestFiguresOfAContainerCount() {
        print("abc 1000000 2000000 500000\nother 1 1 1\n");
        print("abc 352140000 44");
        print("900000 19500000\n");

        assertThat(times.of("abc")).contains(new ProcessorWait(352.1, 44.9, 19.5));
    }

    @Test
    void aContainerThatWasNotMeasuredHasNoFigures() {
        print("abc 1 2\nabc x y z\n");

        assertThat(times.of("abc")).isEmpty();
        assertThat(times.of("none")).isEmpty();
    }

    private void print(String text) {
        times.stdout(text.getBytes(StandardCharsets.UTF_8));
    }
}
