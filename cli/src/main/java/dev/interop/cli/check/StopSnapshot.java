package dev.interop.cli.check;

import dev.interop.recording.ContainerRole;
import dev.interop.testbed.cell.StopObserver;
import dev.interop.testbed.docker.ContainerProcess;
import java.util.List;
import java.util.function.Consumer;

/**
 * Records the processes of one container right before it is stopped.
 *
 * @param role the role of the container
 * @param seen receives the processes
 */
record StopSnapshot(ContainerRole role, Consumer<List<ContainerProcess>> seen) implements StopObserver {
    @Override
    public boolean watches(ContainerRole some) {
        return some == role;
    }

    @Override
    public void stopping(ContainerRole some, List<ContainerProcess> processes) {
        seen.accept(processes);
    }
}
