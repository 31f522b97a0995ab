package dev.interop.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Makes what a Retry put an end to one connection with what came of it (RFC 9000 §8.1.2): the dissector takes them for two.
 */
final class Retried {
    private Retried() {}

    static void join(List<Packet> packets) {
        Map<Long, Long> later = new HashMap<>();
        for (var retry : packets) {
            if (retry.type() == PacketType.RETRY && retry.connection().isPresent()) {
                next(packets, retry)
                        .ifPresent(it -> later.put(retry.connection().getAsLong(), it));
            }
        }
        for (int i = 0; i < packets.size() && !later.isEmpty(); i++) {
            var packet = packets.get(i);
            if (packet.connection().isPresent()) {
                packets.set(i, packet.of(last(later, packet.connection().getAsLong())));
            }
        }
    }

    /** The connection of the client's next attempt, which goes to the ID that the Retry gave (RFC 9000 §17.2.5.2). */
    private static OptionalLong next(List<Packet> packets, Packet retry) {
        return packets.stream()
                .filter(it -> it.from() == Side.CLIENT && it.type() == PacketType.INITIAL)
                .filter(it -> it.dcid().equals(retry.scid()) && it.connection().isPresent())
                .mapToLong(it -> it.connection().getAsLong())
                .filter(it -> it != retry.connection().getAsLong())
                .findFirst();
    }

    /** Through several Retries; hostile ones may go in a circle. */
    private static long last(Map<Long, Long> later, long number) {
        long at = number;
        for (int i = 0; i < later.size() && later.containsKey(at); i++) {
            at = later.get(at);
        }
        return at;
    }
}
