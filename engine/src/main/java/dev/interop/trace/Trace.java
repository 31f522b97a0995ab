package dev.interop.trace;

import java.util.List;

/**
 * A capture as QUIC packets.
 *
 * @param file the capture, relative to the recording's folder
 * @param packets its packets in order
 * @param decrypted whether a valid keylog was at hand for what is protected with it
 */
public record Trace(String file, List<Packet> packets, boolean decrypted) {
    public Trace {
        packets = List.copyOf(packets);
    }

    /** The packets of one type that one side sent. */
    public List<Packet> sent(Side by, PacketType type) {
        return packets.stream()
                .filter(it -> it.from() == by && it.type() == type)
                .toList();
    }
}
