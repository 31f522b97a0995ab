package dev.interop.moqt.wire;

import dev.interop.trace.Side;

/**
 * A sign that the connection speaks another draft, or over another transport, than it was read as.
 *
 * @param stream the stream's ID
 * @param from who sent it
 * @param seen what was seen, for people
 * @param place where
 */
public record Contradiction(long stream, Side from, String seen, Place place) {
    @Override
    public String toString() {
        return seen + " from the " + from.label() + " on stream " + stream + ", " + place;
    }
}
