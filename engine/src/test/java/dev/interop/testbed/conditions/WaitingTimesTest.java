package dev.interop.testbed.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testbed.conditions.WaitingTimes.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lines of the load meter. */
class WaitingTimesTest {
    private final WaitingTimes times = new WaitingTimes();

    @Test
    void theSamplesOfAContainerAreRead() {
        print("1 abc 1000000 2000000 500000 1500000\n1 other 1 1 1 1\n");
        print("2 abc 352000000 44");
        print("000000 19500000 7000000\n");

        assertThat(times.of("abc")).containsExactly(new Sample(1, 1, 2, 0.5, 1.5), new Sample(2, 352, 44, 19.5, 7));
    }

    @Test
    void aLineThatIsNotUnderstoodIsPassedOver() {
        print("1 abc 1 2\n1 abc v x y z\n" + "9".repeat(5000) + "\n");

        assertThat(times.of("abc")).isEmpty();
        assertThat(times.of("none")).isEmpty();
    }

    @Test
    void theOldestContainersAreForgottenOnceThereAreTooManySamples() {
        print("1 first 1 1 1 1\n");
        for (var number = 0; number < 200_000; number++) {
            print(number + " later 1 1 1 1\n");
        }

        assertThat(times.of("first")).isEmpty();
        assertThat(times.of("later")).hasSize(200_000);
    }

    @Test
    void theMachineAndOtherContainersRanOutsideOfACell() {
        print("1 cell 1 5000000 0 5000000\n1 machine 0 40000000 0 40000000\n1 other 0 7000000 0 7000000\n");
        print("2 helper 0 9000000 0 9000000\n2 machine 0 3000000 0 3000000\n");

        assertThat(times.ranOutside(Set.of("cell", "helper"), 1)).isEqualTo(Map.of(1L, 47.0, 2L, 3.0));
        assertThat(times.ranOutside(Set.of("cell", "helper"), 2)).isEqualTo(Map.of(2L, 3.0));
        assertThat(times.of("machine")).isEmpty();
    }

    private void print(String text) {
        times.stdout(text.getBytes(StandardCharsets.UTF_8));
    }
}
