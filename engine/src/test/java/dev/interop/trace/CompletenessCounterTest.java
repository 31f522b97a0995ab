package dev.interop.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletenessCounterTest {
    private static final int SECONDS = 180;
    private static final int FULL_FRAME = 1514;

    private final CompletenessCounter counter = new CompletenessCounter();

    /** As in a cell of crosstraffic that takes all its time, whose capture missed a frame. */
    @Test
    void aTransferThatFillsTheLinkIsNoFloodHoweverLongItTakes() {
        send(SECONDS, 840, 420);
        counter.absent("1 frame was missed");

        assertThat(counter.result().flood()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4000, 0, 60", "3200, 3200, 60", "0, 2600, 1514"})
    void moreThanTheLinkCarriesIsAFlood(int toClient, int toServer, int length) {
        for (var second = 0; second < 20; second++) {
            send(second, Side.SERVER, toClient, length);
            send(second, Side.CLIENT, toServer, length);
        }
        counter.absent("1 frame was missed");

        assertThat(counter.result().flood()).isPresent();
    }

    @Test
    void whatWasCapturedAsAWholeIsNoFlood() {
        send(0, Side.CLIENT, 100_000, 60);

        assertThat(counter.result()).isEqualTo(Completeness.WHOLE);
    }

    private void send(int seconds, int toClient, int toServer) {
        for (var second = 0; second < seconds; second++) {
            send(second, Side.SERVER, toClient, FULL_FRAME);
            send(second, Side.CLIENT, toServer, 66);
        }
    }

    private void send(int second, Side from, int frames, int length) {
        for (var frame = 0; frame < frames; frame++) {
            counter.frame(Optional.of(from), 1_000_000_000L * second + frame, length);
        }
    }
}
