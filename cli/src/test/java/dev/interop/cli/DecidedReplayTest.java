package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.NetworkDecision;
import dev.interop.recording.NetworkDecision.Direction;
import dev.interop.recording.NetworkDecisions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay by the decisions of the simulator, through real containers. */
@Tag("container")
class DecidedReplayTest {
    private static final String CELL = "quic/quic-go_quic-go/transfercorruption";

    /** So many decisions for each direction are certain to come again: the number of packets differs a little. */
    private static final int CERTAIN = 5;

    @TempDir
    Path folder;

    @Test
    void aReplayAltersThePacketsThatTheSeedAltered() {
        var registry = Path.of("..", "implementations.json").toString();
        execute(
                "run",
                "--registry",
                registry,
                "--clients",
                "quic-go",
                "--servers",
                "quic-go",
                "--seed",
                "0x5",
                "--tests",
                "transfercorruption",
                "--no-build",
                "--lanes",
                "1",
                "--out",
                out("by-seed"));
        execute(
                "replay",
                CELL,
                "--in",
                out("by-seed"),
                "--decided",
                "--",
                "--no-build",
                "--lanes",
                "1",
                "--out",
                out("decided"));

        assertThat(folder.resolve("decided/cells.jsonl")).content().contains("corruptlist");

        for (var direction : Direction.values()) {
            var bySeed = altered("by-seed", direction);
            assertThat(altered("decided", direction))
                    .isSubsetOf(bySeed)
                    .startsWith(bySeed.subList(0, CERTAIN).toArray(String[]::new));
        }
    }

    private void execute(String... arguments) {
        assertThat(Main.commandLine().execute(arguments)).isEqualTo(ExitCode.OK);
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    /** What was altered in this direction: packet, byte and its new value. Its old value depends on the run's keys. */
    private List<String> altered(String out, Direction direction) {
        var recording = folder.resolve(out).resolve("quic/logs/quic-go_quic-go/transfercorruption");
        return NetworkDecisions.of(recording).orElseThrow().decisions().stream()
                .filter(it -> it.direction() == direction)
                .map(NetworkDecision::sentence)
                .map(it -> it.replaceFirst("\\(.* → ", "("))
                .toList();
    }
}
