package dev.interop.testbed;

import dev.interop.plan.Cell;
import dev.interop.protocol.Route;
import dev.interop.quic.QuicProtocol;
import dev.interop.recording.ContainerRole;
import dev.interop.testbed.cell.CellJob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A run in a process of its own, which a test ends or kills. */
final class KilledRun {
    private KilledRun() {}

    /**
     * @param arguments the session and a folder
     */
    public static void main(String[] arguments) {
        var testbed =
                DockerTestbed.open(SampleOptions.of(arguments[0]).withLanes(1).withSimulatorImage(Scripted.IMAGE));
        var test = Scripted.test(Optional.of(Scripted.READY), Duration.ofSeconds(60));
        var stay = Scripted.endpoint(Scripted.STAY);
        testbed.run(
                testbed.lanes().get(0),
                new CellJob(
                        new Cell(new QuicProtocol(), stay, stay, Route.direct(), test, 1),
                        Path.of(arguments[1]),
                        bytes -> {}));
        throw new IllegalStateException("not stopped in time: " + ContainerRole.CLIENT);
    }
}
