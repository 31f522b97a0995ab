package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.CellEnd;
import dev.interop.recording.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cells with a TCP flow beside them, on a fake engine in simulated time. */
@Timeout(20)
class TcpFlowTest {
    @TempDir
    Path folder;

    private SimulatedBed bed;

    @BeforeEach
    void openTestbed() {
        bed = new SimulatedBed(folder).besideTcp();
        bed.engine.script("sim").prints(1000, "sim: running\n");
        bed.engine.script("client").exits(500, 0);
    }

    @Test
    void bothEndsRunFromTheCellsBeginningToItsEnd() {
        bed.engine.script("client").exits(3000, 0);
        bed.engine.script("sender").prints(100, "listening\n");

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(recording.fault()).isEmpty();
        assertThat(folder.resolve("tcp-sender/stdout.log")).hasContent("listening");
        assertThat(folder.resolve("output.txt")).content().contains("tcp-sender| listening");
        assertThat(bed.engine.containerNames()).noneMatch(it -> it.matches(".*-tcp-(sender|receiver)"));
    }

    @Test
    void aFlowThatEndedBeforeTheCellIsAFault() {
        bed.engine.script("client").exits(5000, 0);
        bed.engine.script("sender").exits(4000, 1);

        var recording = bed.run();

        assertThat(recording.fault()).hasValueSatisfying(it -> {
            assertThat(it.code()).isEqualTo(Fault.Code.START_FAILED);
            assertThat(it.text()).startsWith("the TCP flow beside the cell did not last: its sender ended by itself");
        });
    }

    @Test
    void aCellWithoutAFlowHasNone() throws Exception {
        var other = new SimulatedBed(folder.resolve("other"));
        other.engine.script("sim").prints(1000, "sim: running\n");
        other.engine.script("client").exits(500, 0);
        other.run();

        assertThat(Files.exists(folder.resolve("other/tcp-sender"))).isFalse();
    }
}
