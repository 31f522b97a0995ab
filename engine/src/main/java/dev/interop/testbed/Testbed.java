package dev.interop.testbed;

import dev.interop.recording.Recording;
import dev.interop.registry.Endpoint;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testbed.cell.ProbeJob;
import dev.interop.testbed.cell.ProbeResult;
import dev.interop.testbed.lane.Lane;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Runs cells. Safe for use by several threads, as long as each lane is used by one at a time. */
@API(status = Status.INTERNAL)
public interface Testbed extends AutoCloseable {
    /** The lanes, ready for use until {@link #close()}. */
    List<Lane> lanes();

    /** The id ({@code sha256:…}) of an image that is on this machine, or that could be pulled now. */
    Optional<String> imageId(String image);

    /** Begins to look for the images of endpoints, all at the same time. A cell whose image is missing says so. */
    default void lookAhead(Collection<Endpoint> endpoints) {
        // A testbed without images has nothing to look for.
    }

    /**
     * Runs a cell to its end and leaves its recording in the job's folder. Faults of the endpoints, their images or the
     * container engine are in the recording and never thrown. When the thread is interrupted, the cell is
     * stopped at once and recorded as cancelled, and the thread's interrupt flag is set again.
     */
    Recording run(Lane lane, CellJob job);

    /** Starts an implementation with an unknown test case; otherwise like {@link #run}. */
    ProbeResult probe(Lane lane, ProbeJob job);

    /** Gives up what an idle lane keeps for further cells, because none is expected. If one comes, it takes longer. */
    default void rest(Lane lane) {
        // A testbed may keep nothing between cells.
    }

    /**
     * Waits until the container engine answers again, and makes the lanes anew. No cell runs meanwhile.
     *
     * @return whether cells can run again; false if not within the limit, or if the thread was interrupted
     */
    default boolean recover(Duration limit) {
        return false;
    }

    /** Stops the cells that still run and removes everything the testbed created. Missing resources are no error. */
    @Override
    void close();
}
