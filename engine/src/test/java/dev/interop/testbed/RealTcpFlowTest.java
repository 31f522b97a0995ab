package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.plan.Cell;
import dev.interop.protocol.Route;
import dev.interop.protocol.RunnerTestCase;
import dev.interop.protocol.TestFile;
import dev.interop.quic.QuicProtocol;
import dev.interop.recording.CellEnd;
import dev.interop.testbed.cell.CellJob;
import dev.interop.verdict.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short cell with a TCP flow beside it, in real containers. */
@Tag("container")
@Timeout(120)
class RealTcpFlowTest {
    private static final Pattern RATE = Pattern.compile("([0-9.]+) Mbits/sec");
    /** What the link carries in Mbit/s, and what was in its queue besides. */
    private static final double MOST = 12;

    @TempDir
    Path folder;

    @Test
    void aTcpFlowAndACellShareOneLinkUntilTheCellEnds() throws IOException {
        var quicGo = Scripted.image("localhost/interop/quic-go:local");
        try (var testbed =
                DockerTestbed.open(SampleOptions.of(OpenTestbed.newSession()).withLanes(1))) {
            var lane = testbed.lanes().get(0);
            var cell = testbed.run(
                    lane,
                    new CellJob(
                            new Cell(new QuicProtocol(), quicGo, quicGo, Route.direct(), new BesideTcp(), 3),
                            folder.resolve("cell"),
                            bytes -> {}));

            var left = "193.167.%d.".formatted(lane.number());
            var right = "193.167.%d.".formatted(100 + lane.number());
            assertThat(cell.fault()).isEmpty();
            assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
            for (var capture : List.of(cell.clientTrace(), cell.serverTrace())) {
                assertThat(packets(capture, right + 110, left + 90))
                        .as("segments")
                        .isGreaterThan(200);
                assertThat(packets(capture, left + 90, right + 110))
                        .as("acknowledgements")
                        .isGreaterThan(50);
                assertThat(packets(capture, right + 100, left + 100))
                        .as("the cell's own")
                        .isGreaterThan(1000);
            }
            assertThat(rates("tcp-receiver"))
                    .isNotEmpty()
                    .anyMatch(it -> it > 0.5)
                    .allMatch(it -> it < MOST);
            assertThat(folder.resolve("cell/tcp-sender/stdout.log")).content().contains("connected to " + left + 90);
        }
    }

    /** What it received in each second, in Mbit/s. */
    private List<Double> rates(String end) throws IOException {
        var said = Files.readString(folder.resolve("cell").resolve(end).resolve("stdout.log"));
        return RATE.matcher(said)
                .results()
                .map(it -> Double.parseDouble(it.group(1)))
                .toList();
    }

    /** How often these two addresses follow each other, as they do in the header of an IPv4 packet. */
    private static long packets(Path capture, String from, String to) throws IOException {
        var bytes = new String(Files.readAllBytes(capture), StandardCharsets.ISO_8859_1);
        var header = Pattern.compile(Pattern.quote(address(from) + address(to)), Pattern.DOTALL);
        return header.matcher(bytes).results().count();
    }

    private static String address(String dotted) {
        var bytes = new StringBuilder();
        for (var part : dotted.split("\\.")) {
            bytes.append((char) Integer.parseInt(part));
        }
        return bytes.toString();
    }

    /** Few seconds of a download. */
    private record BesideTcp() implements RunnerTestCase {
        @Override
        public String name() {
            return "besidetcp";
        }

        @Override
        public String letter() {
            return "X";
        }

        @Override
        public String description() {
            return "A file beside a TCP flow";
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
            return List.of(TestFile.ofSize(3 * TestFile.MB));
        }

        @Override
        public boolean besideTcp() {
            return true;
        }

        @Override
        public List<Check> checks() {
            return List.of();
        }
    }
}
