package dev.interop.testbed.lane;

import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A pair of isolated networks with room for a simulator between them. One cell at a time runs in it. A {@link
 * LaneExtension} gets it when its networks are there, and can attach containers of its own to them.
 */
@API(status = Status.EXPERIMENTAL)
public interface Lane {
    /** Its number, from 0; also the third octet of its client network. */
    int number();

    /** The network of clients: {@code 193.167.NUMBER.0/24}. */
    LaneNetwork clientNetwork();

    /** The network of servers: {@code 193.167.(100 + NUMBER).0/24}. */
    LaneNetwork serverNetwork();

    /**
     * The labels of the run. A container that carries them is removed with the run, also where the run is killed; others
     * are their owner's to stop.
     */
    Map<String, String> labels();
}
