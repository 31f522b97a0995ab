package dev.interop.testbed.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.ProcessorWait;
import dev.interop.testbed.conditions.WaitingTimes.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines of the load meter, and what they say about a cell. */
class WaitingTimesTest {
    private final WaitingTimes times = new WaitingTimes();

    @Test
    void theSamplesOfAContainerAreRead() {
        print("1 abc 1000000 2000000 500000\n1 other 1 1 1\n");
        print("2 abc 352000000 44");
        print("000000 19500000\n");

        assertThat(times.of("abc")).containsExactly(new Sample(1, 1, 2, 0.5), new Sample(2, 352, 44, 19.5));
    }

    @Test
    void aLineThatIsNotUnderstoodIsPassedOver() {
        print("1 abc 1 2\n1 abc x y z\n" + "9".repeat(5000) + "\n");

        assertThat(times.of("abc")).isEmpty();
        assertThat(times.of("none")).isEmpty();
    }

    @Test
    void theOldestContainersAreForgottenOnceThereAreTooManySamples() {
        print("1 first 1 1 1\n");
        for (var number = 0; number < 200_000; number++) {
            print(number + " later 1 1 1\n");
        }

        assertThat(times.of("first")).isEmpty();
        assertThat(times.of("later")).hasSize(200_000);
    }

    @Test
    void waitsThatOthersCausedCount() {
        assertThat(of(List.of(new Sample(1, 40, 10, 38), new Sample(2, 60, 4, 20)), List.of()))
                .containsExactly(Map.entry(ContainerRole.CLIENT, new ProcessorWait(100, 14, 33)));
    }

    @Test
    void anEndpointThatKeepsTheProcessorsBusyWaitsForItself() {
        var waits = of(List.of(new Sample(1, 900, 200, 95)), List.of());

        assertThat(waits.get(ContainerRole.CLIENT).worstMillis()).isZero();
    }

    @Test
    void anEndpointThatKeepsItsPeerFromTheProcessorsIsPartOfTheCell() {
        var waits = of(List.of(new Sample(7, 900, 190, 90)), List.of(new Sample(7, 80, 10, 80)));

        assertThat(waits.get(ContainerRole.SERVER).worstMillis()).isZero();
    }

    private static Map<ContainerRole, ProcessorWait> of(List<Sample> client, List<Sample> server) {
        return ForeignWaits.of(Map.of(ContainerRole.CLIENT, client, ContainerRole.SERVER, server), 2);
    }

    private void print(String text) {
        times.stdout(text.getBytes(StandardCharsets.UTF_8));
    }
}
