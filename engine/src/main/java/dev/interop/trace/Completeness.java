package dev.interop.trace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Says whether a trace has everything that was sent. The absence of a packet proves that it was not sent only if there is no gap.
 *
 * @param unread the frames whose packets are not in the trace
 * @param sealed the frames with 1-RTT packets that are in the trace without their contents, because a keylog lacks their secret
 * @param flood the flood that the capture could not hold, if a side sent one
 */
@API(status = Status.EXPERIMENTAL)
public record Completeness(List<UnreadFrames> unread, List<UnreadFrames> sealed, Optional<Flood> flood) {
    /** A trace that has everything. */
    public static final Completeness WHOLE = new Completeness(List.of(), Optional.empty());

    public Completeness {
        unread = List.copyOf(unread);
        sealed = List.copyOf(sealed);
    }

    /** Creates the completeness of a trace whose packets are all in it with their contents, as far as they are in it. */
    public Completeness(List<UnreadFrames> unread, Optional<Flood> flood) {
        this(unread, List.of(), flood);
    }

    /** This completeness with these frames whose contents are not in the trace. */
    public Completeness withSealed(List<UnreadFrames> frames) {
        return new Completeness(unread, frames, flood);
    }

    /** The completeness for a look at less than the contents of 1-RTT packets. */
    public Completeness ofHandshake() {
        return withSealed(List.of());
    }

    /**
     * So many frames that some were not captured or read.
     *
     * @param from the side that sent most of them; empty if their addresses are no endpoint's
     * @param frames the number of frames of this side in the capture
     * @param all the number of all frames in the capture
     */
    public record Flood(Optional<Side> from, long frames, long all) {}

    /**
     * Why packets of these sides may be missing in the trace.
     *
     * @return empty if all packets of these sides were captured and read
     */
    public Optional<String> gap(Set<Side> sides) {
        return Stream.concat(unread.stream(), sealed.stream())
                .filter(it -> it.from().map(sides::contains).orElse(!sides.isEmpty()))
                .findFirst()
                .map(UnreadFrames::toString);
    }
}
