package dev.interop.testbed.cell;

import dev.interop.recording.ContainerRole;
import dev.interop.testbed.docker.ContainerProcess;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Gets the processes of a cell's containers right before they are stopped. */
@API(status = Status.INTERNAL)
public interface StopObserver {
    /** An observer that wants no container. */
    StopObserver NOBODY = new StopObserver() {
        @Override
        public boolean watches(ContainerRole role) {
            return false;
        }

        @Override
        public void stopping(ContainerRole role, List<ContainerProcess> processes) {
            // Never called.
        }
    };

    /** Whether the observer wants the processes of this container. */
    boolean watches(ContainerRole role);

    /**
     * Called with a container's processes right before it is stopped, in a thread of the test bed. The list is empty if the
     * container ended by itself or the engine cannot list them.
     */
    void stopping(ContainerRole role, List<ContainerProcess> processes);
}
