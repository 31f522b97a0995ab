package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The reason why a direction of a stream could not be read to its end. Any message may be missing.
 *
 * @param stream the stream's ID
 * @param from the side that sent this direction
 * @param reason a description of the problem
 */
@API(status = Status.INTERNAL)
public record WireProblem(long stream, Side from, String reason) {
    @Override
    public String toString() {
        return "stream " + stream + " from the " + from.label() + ": " + reason;
    }
}
