package dev.interop.trace;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A capture read as QUIC packets.
 *
 * @param file the capture, relative to the recording's folder
 * @param packets the packets in order of capture
 * @param decrypted whether the dissector had a valid keylog
 * @param began the time of the first frame, in nanoseconds since the epoch; empty if unknown
 * @param completeness whether the packets are all that were sent
 */
@API(status = Status.EXPERIMENTAL)
public record Trace(
        String file, List<Packet> packets, boolean decrypted, OptionalLong began, Completeness completeness) {
    public Trace {
        packets = List.copyOf(packets);
    }

    /** Creates a trace that has everything that was sent. */
    public Trace(String file, List<Packet> packets, boolean decrypted, OptionalLong began) {
        this(file, packets, decrypted, began, Completeness.WHOLE);
    }

    /** Creates a trace whose start time is unknown. */
    public Trace(String file, List<Packet> packets, boolean decrypted) {
        this(file, packets, decrypted, OptionalLong.empty());
    }

    /** This trace with another completeness. */
    public Trace with(Completeness other) {
        return new Trace(file, packets, decrypted, began, other);
    }

    /** This trace with only the packets that match. */
    public Trace only(Predicate<Packet> condition) {
        return new Trace(file, packets.stream().filter(condition).toList(), decrypted, began, completeness);
    }

    /** The packets of one type that one side sent. */
    public List<Packet> sent(Side by, PacketType type) {
        return packets.stream()
                .filter(it -> it.from() == by && it.type() == type)
                .toList();
    }
}
