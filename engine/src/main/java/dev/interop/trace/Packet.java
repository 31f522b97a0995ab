package dev.interop.trace;

import java.util.Optional;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A QUIC packet. A datagram may have several (RFC 9000 §12.2).
 *
 * @param datagram the datagram that has the packet
 * @param type the packet's type
 * @param version the version in a long header; 0 in a Version Negotiation packet and in 1-RTT packets
 * @param dcid destination connection ID, in lower-case hexadecimal; empty in 1-RTT packets that were not dissected
 * @param scid source connection ID, in lower-case hexadecimal; empty in 1-RTT packets
 * @param token the token of an Initial or Retry packet, in lower-case hexadecimal; empty if there is none
 * @param length the number of bytes of the whole packet
 * @param protectedLength the number of bytes from the packet number on, in a 1-RTT packet from the connection ID on
 * @param contents the decrypted contents, if the depth includes them and the packet could be decrypted
 * @param connection the number of the packet's connection in the capture, in a trace read with {@link Depth#STREAMS}. It
 *     is certain for a packet with contents, since they were decrypted with that connection's keys; without contents it may
 *     be the number of another connection between the same addresses.
 */
@API(status = Status.EXPERIMENTAL)
public record Packet(
        Datagram datagram,
        PacketType type,
        long version,
        String dcid,
        String scid,
        String token,
        int length,
        int protectedLength,
        Optional<Contents> contents,
        OptionalLong connection) {
    /** Creates a packet whose connection is unknown. */
    public Packet(
            Datagram datagram,
            PacketType type,
            long version,
            String dcid,
            String scid,
            String token,
            int length,
            int protectedLength,
            Optional<Contents> contents) {
        this(datagram, type, version, dcid, scid, token, length, protectedLength, contents, OptionalLong.empty());
    }

    /** This packet with other contents. */
    Packet with(Contents other) {
        return new Packet(
                datagram, type, version, dcid, scid, token, length, protectedLength, Optional.of(other), connection);
    }

    /** This packet with the number of its connection. */
    Packet of(long number) {
        return new Packet(
                datagram, type, version, dcid, scid, token, length, protectedLength, contents, OptionalLong.of(number));
    }

    /** The frame's number in the capture, from 1. */
    public long number() {
        return datagram.number();
    }

    /** Seconds since the capture's first frame. */
    public double time() {
        return datagram.time();
    }

    /** The side that sent it. */
    public Side from() {
        return datagram.from();
    }

    /**
     * A few words about it: its type, and its frames if they are known, such as {@code Initial (ACK, CRYPTO ServerHello)}.
     */
    public String description() {
        return PacketDescription.of(this);
    }

    /** The number of bytes of payload; includes the packet number if the packet could not be decrypted. */
    public int payloadLength() {
        return contents.map(Contents::payloadLength).orElse(protectedLength);
    }
}
