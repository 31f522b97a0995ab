package dev.interop.quic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check of each test case can pass and can fail, with the numbers that this test case asks for. */
class EveryCheckTest {
    static Stream<Arguments> checks() {
        return new QuicProtocol()
                .testCases().stream()
                        .flatMap(test -> test.checks().stream().map(it -> arguments(test.name(), it.rule(), it)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("checks")
    void aCheckPassesAndFails(String test, String rule, Check check) {
        var sample = CheckSamples.of(check);

        assertThat(sample).as("a sample for this check").isPresent();
        assertThat(check.examine(sample.get().passing())).isInstanceOf(CheckResult.Passed.class);
        assertThat(check.examine(sample.get().failing())).isInstanceOf(CheckResult.Failed.class);
    }
}
