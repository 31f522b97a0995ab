package dev.interop.moqt.wire;

import dev.interop.trace.Side;

/**
 * Why a direction of a stream could not be read to its end. What is missing may hold any message.
 *
 * @param stream the stream's ID
 * @param from whose direction
 * @param reason what is wrong, for people
 */
public record WireProblem(long stream, Side from, String reason) {
    @Override
    public String toString() {
        return "stream " + stream + " from the " + from.label() + ": " + reason;
    }
}
