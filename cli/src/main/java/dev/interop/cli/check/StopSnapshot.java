package dev.interop.cli.check;

import dev.interop.recording.ContainerRole;
import dev.interop.testbed.cell.StopObserver;
import dev.interop.testbed.docker.ContainerProcess;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks at one container.
 *
 * @param part whose
 * @param seen hears what runs in it
 */
record StopSnapshot(ContainerRole part, Consumer<List<ContainerProcess>> seen) implements StopObserver {
    @Override
    public boolean watches(ContainerRole some) {
        return some == part;
    }

    @Override
    public void stopping(ContainerRole some, List<ContainerProcess> processes) {
        seen.accept(processes);
    }
}
