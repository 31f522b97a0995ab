package dev.interop.cli.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcessTimesTest {
    @Test
    void aNameMayHoldSpacesAndParentheses() {
        var times = ProcessTimes.read(
                "77 (runc:[2:INIT] (a) b) S 70 77 77 0 -1 4194560 1 2 3 4 11 22 33 44 20 0 58 0 987654 1 2 3");

        assertThat(times).isEqualTo(new ProcessTimes(77, 987_654, 70, "runc:[2:INIT] (a) b", 33, 77));
        assertThat(times.all()).isEqualTo(110);
    }

    @Test
    void whatIsNoStateIsRefused() {
        assertThatThrownBy(() -> ProcessTimes.read("77 runc S")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcessTimes.read("77 (runc) S 70"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 fields");
    }
}
