package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Route;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.quic.QuicProtocol;
import dev.interop.recording.CellEnd;
import dev.interop.recording.Part;
import dev.interop.recording.Recording;
import dev.interop.verdict.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
@Timeout(120)
class RealCellTest {
    @TempDir
    Path folder;

    @Test
    void filesPassTheSimulatorAndKeysAndCapturesAreKept() throws IOException {
        var quicGo = Scripted.image("localhost/interop/quic-go:local");
        try (var testbed = DockerTestbed.open(
                TestbedOptions.defaults(OpenTestbed.newSession()).withLanes(1))) {
            var cell = testbed.run(
                    testbed.lanes().get(0),
                    new CellJob(
                            new QuicProtocol(),
                            quicGo,
                            quicGo,
                            Route.direct(),
                            new Transfer(),
                            3,
                            folder.resolve("cell"),
                            bytes -> {}));

            assertThat(cell.fault()).isEmpty();
            assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
            assertThat(cell.ending(Part.CLIENT).orElseThrow().exitedWith(0)).isTrue();
            assertSameFiles(cell);
            assertThat(Files.readString(cell.keylog(Part.CLIENT))).contains("SERVER_HANDSHAKE_TRAFFIC_SECRET");
            assertThat(Files.size(cell.clientTrace())).isGreaterThan(100_000);
            assertThat(Files.size(cell.serverTrace())).isGreaterThan(100_000);
            assertThat(cell.images()).containsOnlyKeys(Part.CLIENT, Part.SERVER, Part.SIM);
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

    /** As the test case of this name, which this package must not know. */
    private static final class Transfer implements TestCase {
        @Override
        public String name() {
            return "transfer";
        }

        @Override
        public String letter() {
            return "DC";
        }

        @Override
        public String description() {
            return "two files";
        }

        @Override
        public String clientTestcase() {
            return "transfer";
        }

        @Override
        public String serverTestcase() {
            return "transfer";
        }

        @Override
        public List<TestFile> files() {
            return List.of(TestFile.ofSize(100 * TestFile.KB), TestFile.ofSize(1));
        }

        @Override
        public Optional<String> scenario() {
            return Optional.of("simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25");
        }

        @Override
        public Duration limit() {
            return Duration.ofSeconds(60);
        }

        @Override
        public List<Check> checks() {
            return List.of();
        }
    }
}
