package dev.interop.testbed;

import dev.interop.recording.Part;
import dev.interop.testbed.docker.ContainerProcess;
import java.util.List;

/** Sees what runs in a cell's containers when they are about to be stopped. */
public interface Onlooker {
    /** One who does not look. */
    Onlooker NOBODY = new Onlooker() {
        @Override
        public boolean watches(Part part) {
            return false;
        }

        @Override
        public void stopping(Part part, List<ContainerProcess> processes) {
            // Never called.
        }
    };

    /** Whether it wants to see this container. */
    boolean watches(Part part);

    /**
     * A container's processes, right before it is stopped; none where it ended by itself, or where the engine cannot tell.
     * Called in a thread of the test bed.
     */
    void stopping(Part part, List<ContainerProcess> processes);
}
