package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A sign that a connection has another draft or transport than the one that it was read in.
 *
 * @param stream the stream's ID; empty if the sign is not on a stream
 * @param from the side that sent it
 * @param seen a description of what was seen
 * @param place its position in the capture
 */
@API(status = Status.INTERNAL)
public record Contradiction(OptionalLong stream, Side from, String seen, CapturePosition place) {
    /** A description without the position. */
    public String words() {
        var where = stream.isPresent() ? " on stream " + stream.getAsLong() : "";
        return seen + " from the " + from.label() + where;
    }

    @Override
    public String toString() {
        return words() + ", " + place;
    }
}
