package dev.interop.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.moqt.tap.TapReason;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonCodeTest {
    @Test
    void allContainsEveryConstantAndNoLabelIsUsedTwice() {
        assertThat(Stream.of(ReasonCode.class, TapReason.class)
                        .flatMap(it -> Arrays.stream(it.getFields()))
                        .filter(it -> it.getType() == ReasonCode.class)
                        .count())
                .isEqualTo(ReasonCode.all().size() + TapReason.all().size());
        assertThat(Stream.concat(ReasonCode.all().stream(), TapReason.all().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void codesOfTheSameLabelAreTheSame() {
        assertThat(new ReasonCode("time-limit"))
                .isEqualTo(ReasonCode.TIME_LIMIT)
                .hasToString("time-limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Time-limit", "time_limit", "-time", "time limit"})
    void aLabelIsLowerCaseWithHyphens(String label) {
        assertThatThrownBy(() -> new ReasonCode(label)).isInstanceOf(IllegalArgumentException.class);
    }
}
