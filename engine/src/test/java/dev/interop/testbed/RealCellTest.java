package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.plan.Cell;
import dev.interop.protocol.Route;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.quic.QuicProtocol;
import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testing.SimpleTestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
@Timeout(120)
class RealCellTest {
    /** A test case like the one of this name, which this package must not depend on. */
    private static final TestCase TRANSFER = new SimpleTestCase(
            "DC", "transfer", "two files", List.of(TestFile.ofSize(100 * TestFile.KB), TestFile.ofSize(1)));

    @TempDir
    Path folder;

    @Test
    void filesPassTheSimulatorAndKeysAndCapturesAreKept() throws IOException {
        var quicGo = Scripted.image("localhost/interop/quic-go:local");
        try (var testbed =
                DockerTestbed.open(SampleOptions.of(OpenTestbed.newSession()).withLanes(1))) {
            var cell = testbed.run(
                    testbed.lanes().get(0),
                    new CellJob(
                            new Cell(new QuicProtocol(), quicGo, quicGo, Route.direct(), TRANSFER, 3),
                            folder.resolve("cell"),
                            bytes -> {}));

            assertThat(cell.fault()).isEmpty();
            assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
            assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().exitedWith(0))
                    .isTrue();
            assertSameFiles(cell);
            assertThat(Files.readString(cell.keylog(ContainerRole.CLIENT))).contains("SERVER_HANDSHAKE_TRAFFIC_SECRET");
            assertThat(Files.size(cell.clientTrace())).isGreaterThan(100_000);
            assertThat(Files.size(cell.serverTrace())).isGreaterThan(100_000);
            assertThat(cell.containers())
                    .containsOnlyKeys(ContainerRole.CLIENT, ContainerRole.SERVER, ContainerRole.SIM)
                    .allSatisfy((role, it) -> assertThat(it.image()).isPresent());
        }
    }

    private static void assertSameFiles(Recording cell) {
        assertThat(cell.downloaded()).hasSameSizeAs(cell.served());
        for (var file : cell.served()) {
            assertThat(cell.downloaded())
                    .anyMatch(it -> it.path().equals(file.path())
                            && it.sha256().equals(file.sha256())
                            && it.firstDifference().isEmpty());
        }
    }
}
