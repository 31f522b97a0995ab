package dev.interop.testbed.lane;

import dev.interop.testbed.docker.EngineFailure;
import java.util.List;

/** The containers in a lane's networks that are not of the run. */
@FunctionalInterface
public interface LaneGuests {
    /**
     * Disconnects them from a network, and gives their names.
     *
     * @throws EngineFailure when that cannot be done
     */
    List<String> disconnect(LaneNetwork network);
}
