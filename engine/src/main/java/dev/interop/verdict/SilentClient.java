package dev.interop.verdict;

import dev.interop.recording.ContainerRole;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.trace.TraceUnavailable;
import java.util.Set;

/**
 * Finds a client that ended by itself and never sent a packet. No delay of a packet, and no wait for a processor, is the
 * cause of its failure.
 */
final class SilentClient {
    private final Evidence evidence;

    SilentClient(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Whether the client ended by itself and sent nothing, seen in a capture that lacks nothing of it. */
    boolean isFound() {
        return new ContainerEnds(evidence).endedByItself(ContainerRole.CLIENT) && sentNothing();
    }

    private boolean sentNothing() {
        try {
            var trace = evidence.trace(Side.CLIENT, Depth.HEADERS);
            var completeness = trace.completeness();
            return completeness.flood().isEmpty()
                    && completeness.gap(Set.of(Side.CLIENT)).isEmpty()
                    && trace.packets().stream().noneMatch(it -> it.from() == Side.CLIENT);
        } catch (TraceUnavailable unknown) {
            return false;
        }
    }
}
