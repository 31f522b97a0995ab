package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.CellEnd;
import dev.interop.recording.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lane's network sandboxes from cell to cell, on a fake engine in simulated time. */
@Timeout(20)
class SandboxLifeTest {
    private static final String CLIENT = "client-sandbox";

    private SimulatedBed bed;

    @BeforeEach
    void openTestbed(@TempDir Path folder) {
        bed = new SimulatedBed(folder).withSandboxes();
        bed.engine.script("sim").prints(100, "sim: running\n");
        bed.engine.script("client").exits(700, 0);
    }

    @Test
    void anUnchangedSandboxIsKept() {
        bed.run();
        var before = sandboxes();

        bed.run();

        assertThat(sandboxes()).hasSize(3).isEqualTo(before);
        assertThat(bed.engine.agent(CLIENT).requests())
                .filteredOn(it -> !it.equals("free"))
                .extracting(it -> it.replaceFirst("( \\d+)+$", ""))
                .containsExactly(
                        "renew",
                        "put",
                        "get /downloads",
                        "get /logs",
                        "renew",
                        "put",
                        "get /downloads",
                        "get /logs",
                        "renew");
    }

    @Test
    void aSandboxThatWasChangedIsReplaced() {
        bed.time.after(Duration.ofMillis(300), () -> bed.engine.agent(CLIENT).changes());

        bed.run();

        assertThat(sandboxes()).hasSize(3);
        assertThat(bed.engine.agent(CLIENT).requests()).containsExactly("renew");
    }

    @Test
    void aLostAgentIsAFaultOfItsCellAndItsSandboxIsReplaced() {
        bed.time.after(Duration.ofMillis(300), () -> bed.engine.agent(CLIENT).fallsSilent());

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(recording.fault().map(Fault::code)).hasValue(Fault.Code.ENGINE_LOST);
        assertThat(bed.engine.agent(CLIENT).requests()).containsExactly("renew");
        assertThat(bed.run().fault()).isEmpty();
    }

    @Test
    void aSandboxOfAContainerThatMayStillRunIsReplaced() {
        bed.engine.script("server").neverStops();
        bed.run();

        assertThat(bed.engine.agent("server-sandbox").requests()).containsExactly("renew");
    }

    @Test
    void aSandboxThatIsClosedWhileItIsUsedIsNotMadeAgain() {
        bed.time.after(Duration.ofMillis(300), () -> {
            bed.engine.agent(CLIENT).changes();
            bed.closeSandboxes();
        });

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(bed.engine.agent(CLIENT).requests()).containsOnlyOnce("put", "renew");
    }

    @Test
    void aSandboxThatIsClosedIsNotMadeAgainForAContainerThatMayStillRun() {
        bed.engine.script("server").neverStops();
        bed.time.after(Duration.ofMillis(300), bed::closeSandboxes);

        bed.run();

        assertThat(bed.engine.agent("server-sandbox").requests()).contains("put");
    }

    private List<String> sandboxes() {
        return bed.engine.containerNames().stream()
                .filter(it -> it.endsWith("-sandbox"))
                .toList();
    }
}
