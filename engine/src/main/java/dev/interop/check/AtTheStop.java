package dev.interop.check;

import dev.interop.recording.Part;
import dev.interop.testbed.Onlooker;
import dev.interop.testbed.docker.ContainerProcess;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks at one container.
 *
 * @param part whose
 * @param seen hears what runs in it
 */
record AtTheStop(Part part, Consumer<List<ContainerProcess>> seen) implements Onlooker {
    @Override
    public boolean watches(Part some) {
        return some == part;
    }

    @Override
    public void stopping(Part some, List<ContainerProcess> processes) {
        seen.accept(processes);
    }
}
