package dev.interop.testbed.lane;

import dev.interop.testbed.docker.EngineFailure;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The containers in a lane's networks that do not belong to the run. */
@FunctionalInterface
@API(status = Status.INTERNAL)
public interface LaneGuests {
    /**
     * Disconnects these containers from a network.
     *
     * @return their names
     * @throws EngineFailure when they cannot be disconnected
     */
    List<String> disconnect(LaneNetwork network);
}
