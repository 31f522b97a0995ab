package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.OptionalLong;

/**
 * A sign that the connection speaks another draft, or over another transport, than it was read as.
 *
 * @param stream the stream's ID; empty where it is none of a stream
 * @param from who sent it
 * @param seen what was seen, for people
 * @param place where
 */
public record Contradiction(OptionalLong stream, Side from, String seen, CapturePosition place) {
    /** For people, without the place. */
    public String words() {
        var where = stream.isPresent() ? " on stream " + stream.getAsLong() : "";
        return seen + " from the " + from.label() + where;
    }

    @Override
    public String toString() {
        return words() + ", " + place;
    }
}
