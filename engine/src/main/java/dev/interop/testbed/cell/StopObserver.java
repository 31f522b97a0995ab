package dev.interop.testbed.cell;

import dev.interop.recording.ContainerRole;
import dev.interop.testbed.docker.ContainerProcess;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Sees what runs in a cell's containers when they are about to be stopped. */
@API(status = Status.INTERNAL)
public interface StopObserver {
    /** One who does not look. */
    StopObserver NOBODY = new StopObserver() {
        @Override
        public boolean watches(ContainerRole part) {
            return false;
        }

        @Override
        public void stopping(ContainerRole part, List<ContainerProcess> processes) {
            // Never called.
        }
    };

    /** Whether it wants to see this container. */
    boolean watches(ContainerRole part);

    /**
     * A container's processes, right before it is stopped; none where it ended by itself, or where the engine cannot tell.
     * Called in a thread of the test bed.
     */
    void stopping(ContainerRole part, List<ContainerProcess> processes);
}
