package dev.interop.trace;

import java.util.Optional;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Frames whose packets are not in a trace, because they were lost or cannot be read.
 *
 * @param from the side that sent them; empty if unknown
 * @param count the number of frames; empty if unknown
 * @param first the number of the first one in the capture, from 1; empty if they are not in the capture
 * @param why the cause, for the first one
 */
@API(status = Status.EXPERIMENTAL)
public record UnreadFrames(Optional<Side> from, OptionalLong count, OptionalLong first, String why) {
    /** The frames in one line, such as {@code frame 12 was not read: it is an IP fragment (and 3 more frames)}. */
    @Override
    public String toString() {
        if (first.isEmpty()) {
            return why;
        }
        long more = count.orElse(1) - 1;
        return "frame " + first.getAsLong() + " was not read: " + why
                + (more == 0 ? "" : " (and " + more + (more == 1 ? " more frame)" : " more frames)"));
    }
}
