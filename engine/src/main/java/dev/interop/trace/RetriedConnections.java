package dev.interop.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the packets before and after a Retry the same connection number (RFC 9000 §8.1.2). The dissector counts them as
 * two connections.
 */
final class RetriedConnections {
    private RetriedConnections() {}

    static void merge(List<Packet> packets) {
        if (packets.stream().noneMatch(it -> it.type() == PacketType.RETRY)) {
            return;
        }
        var attempts = attempts(packets);
        Map<Long, Long> later = new HashMap<>();
        for (var retry : packets) {
            var next = attempts.get(retry.scid());
            if (retry.type() == PacketType.RETRY && retry.connection().isPresent() && next != null) {
                long number = retry.connection().getAsLong();
                if (next != number) {
                    later.put(number, next);
                }
            }
        }
        for (int i = 0; i < packets.size() && !later.isEmpty(); i++) {
            var packet = packets.get(i);
            if (packet.connection().isPresent()) {
                packets.set(i, packet.of(last(later, packet.connection().getAsLong())));
            }
        }
    }

    /**
     * The connection numbers of the client's Initial packets by their destination connection IDs. A Retry sets the ID that
     * the client sends to next (RFC 9000 §17.2.5.2).
     */
    private static Map<String, Long> attempts(List<Packet> packets) {
        Map<String, Long> attempts = new HashMap<>();
        packets.stream()
                .filter(it -> it.from() == Side.CLIENT && it.type() == PacketType.INITIAL)
                .filter(it -> it.connection().isPresent())
                .forEach(it -> attempts.putIfAbsent(it.dcid(), it.connection().getAsLong()));
        return attempts;
    }

    /** Follows several Retries to the last connection. The loop is bounded since hostile Retries may form a circle. */
    private static long last(Map<Long, Long> later, long number) {
        long at = number;
        for (int i = 0; i < later.size() && later.containsKey(at); i++) {
            at = later.get(at);
        }
        return at;
    }
}
