package dev.interop.testbed.lane;

import dev.interop.testbed.docker.EngineFailure;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The containers in a lane's networks that are not of the run. */
@FunctionalInterface
@API(status = Status.INTERNAL)
public interface LaneGuests {
    /**
     * Disconnects them from a network, and gives their names.
     *
     * @throws EngineFailure when that cannot be done
     */
    List<String> disconnect(LaneNetwork network);
}
