package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cells whose server shares its slot with an observer, on a fake engine in simulated time. */
@Timeout(20)
class ObservedCellTest {
    private static final String SERVER = "server-sandbox";

    private SimulatedBed bed;

    @BeforeEach
    void openTestbed(@TempDir Path folder) {
        bed = new SimulatedBed(folder).withObserver();
        bed.engine.script("sim").prints(1000, "sim: running\n");
        bed.engine.script("client").exits(500, 0);
    }

    @Test
    void aClientIsStartedOnceItsServerIsBound() {
        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(bed.time.passed()).isEqualTo(Duration.ofMillis(1500));
        assertThat(bed.engine.agent(SERVER).requests()).contains("bound 443");
    }

    @Test
    void aClientWhoseServerIsNotBoundIsNotStarted() {
        bed.time.after(Duration.ofMillis(1), () -> bed.engine.agent(SERVER).hasNothingBound());

        var recording = bed.run();

        assertThat(recording.fault().map(Fault::code)).hasValue(Fault.Code.SERVER_UNBOUND);
        assertThat(recording.ending(ContainerRole.CLIENT).map(ContainerEnd::how))
                .hasValue(How.NOT_STARTED);
    }

    @Test
    void aSlotIsFreeOnceTheLastOfItsContainersHasLeft() {
        bed.engine.slow("copyOut", Duration.ofSeconds(1));

        bed.run();

        assertThat(bed.engine.agent(SERVER).requests())
                .extracting(it -> it.split(" ")[0])
                .filteredOn(it -> !it.equals("free"))
                .containsExactly("renew", "put", "bound", "get", "renew");
        assertThat(bed.engine.calls()).contains("copyOut");
    }

    @Test
    void aSlotInWhichOneContainerMayStillRunIsMadeAgain() {
        bed.engine.script("sim").neverStops();

        bed.run();

        assertThat(bed.engine.agent(SERVER).requests()).containsExactly("renew");
    }
}
