package dev.interop.trace;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A capture as QUIC packets.
 *
 * @param file the capture, relative to the recording's folder
 * @param packets its packets in order
 * @param decrypted whether a valid keylog was at hand for what is protected with it
 * @param began when its first frame was captured, nanoseconds since the epoch; empty where nobody knows
 */
public record Trace(String file, List<Packet> packets, boolean decrypted, OptionalLong began) {
    public Trace {
        packets = List.copyOf(packets);
    }

    /** A capture that is said to have begun at no certain time. */
    public Trace(String file, List<Packet> packets, boolean decrypted) {
        this(file, packets, decrypted, OptionalLong.empty());
    }

    /** The same capture without some of its packets. */
    public Trace only(Predicate<Packet> some) {
        return new Trace(file, packets.stream().filter(some).toList(), decrypted, began);
    }

    /** The packets of one type that one side sent. */
    public List<Packet> sent(Side by, PacketType type) {
        return packets.stream()
                .filter(it -> it.from() == by && it.type() == type)
                .toList();
    }
}
