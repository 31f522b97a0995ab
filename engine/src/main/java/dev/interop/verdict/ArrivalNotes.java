package dev.interop.verdict;

import dev.interop.recording.NetworkDecision;
import dev.interop.recording.NetworkDecision.Direction;
import dev.interop.recording.NetworkDecision.Kind;
import dev.interop.recording.NetworkDecisions;
import dev.interop.trace.Datagram;
import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the simulator did to packets on their way to the side where a capture was made. The simulator numbers the packets of
 * a direction before it drops any, so that those which arrive have the numbers that are left, in their order.
 */
final class ArrivalNotes {
    private ArrivalNotes() {}

    /** The notes, by the number of the frame in the capture; none if the capture or the decisions are not complete. */
    static Map<Long, List<String>> of(Trace trace, Direction direction, NetworkDecisions decided) {
        if (decided.omitted() > 0 || !trace.completeness().unread().isEmpty()) {
            return Map.of();
        }
        var dropped = byNumber(decided, direction, it -> it == Kind.DROPPED);
        var changed = byNumber(decided, direction, it -> it != Kind.DROPPED);
        var notes = new HashMap<Long, List<String>>();
        long number = 0;
        for (var frame : frames(trace, direction == Direction.TO_SERVER ? Side.CLIENT : Side.SERVER)) {
            var before = new ArrayList<NetworkDecision>();
            for (number++; dropped.containsKey(number); number++) {
                before.add(dropped.get(number));
            }
            var its = new ArrayList<String>();
            if (!before.isEmpty()) {
                its.add(sentence(before));
            }
            if (changed.containsKey(number)) {
                its.add(changed.get(number).sentence());
            }
            notes.put(frame, its);
        }
        return notes;
    }

    private static Map<Long, NetworkDecision> byNumber(
            NetworkDecisions decided, Direction direction, Predicate<Kind> kind) {
        return decided.decisions().stream()
                .filter(it -> it.direction() == direction && kind.test(it.decision()))
                .filter(it -> it.packet().isPresent())
                .collect(
                        Collectors.toMap(it -> it.packet().getAsLong(), Function.identity(), (first, second) -> first));
    }

    private static List<Long> frames(Trace trace, Side from) {
        return trace.packets().stream()
                .map(Packet::datagram)
                .filter(it -> it.from() == from)
                .map(Datagram::number)
                .distinct()
                .toList();
    }

    private static String sentence(List<NetworkDecision> dropped) {
        var first = "before it, " + dropped.get(0).sentence();
        var last = dropped.get(dropped.size() - 1).packet().orElse(0);
        return dropped.size() == 1
                ? first
                : "%s, and %s more up to packet %s".formatted(first, dropped.size() - 1, last);
    }
}
