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
    private static final String CELL = "quic/quic-go_quic-go/transferloss";

    /** So many decisions for each direction are certain to come again: the number of packets differs a little. */
    private static final int CERTAIN = 5;

    @TempDir
    Path folder;

    @Test
    void aReplayDropsThePacketsThatTheSeedDropped() {
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
                "transferloss",
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

        assertThat(folder.resolve("decided/cells.jsonl")).content().contains("droplist");

        for (var direction : Direction.values()) {
            var bySeed = dropped("by-seed", direction);
            assertThat(dropped("decided", direction))
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

    /** What was dropped in this direction. */
    private List<String> dropped(String out, Direction direction) {
        var recording = folder.resolve(out).resolve("quic/logs/quic-go_quic-go/transferloss");
        return NetworkDecisions.of(recording).orElseThrow().decisions().stream()
                .filter(it -> it.direction() == direction)
                .map(NetworkDecision::sentence)
                .toList();
    }
}
