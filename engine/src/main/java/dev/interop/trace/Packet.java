package dev.interop.trace;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One QUIC packet. Several may share a datagram (RFC 9000 §12.2).
 *
 * @param datagram what carried it
 * @param type what it is
 * @param version the version in a long header; 0 in a Version Negotiation packet and in 1-RTT packets
 * @param dcid destination connection ID, lower-case hex; of a 1-RTT packet only where it was dissected, else empty
 * @param scid source connection ID, lower-case hex; empty in 1-RTT packets
 * @param token the token of an Initial or Retry, lower-case hex; empty if none
 * @param length bytes of the whole packet
 * @param protectedLength bytes from the packet number on; of a 1-RTT packet from the connection ID on
 * @param contents what is behind the protection, where that was asked for and could be removed
 * @param connection which of the capture's connections it is of, in a trace that has the frames about streams. Where there
 *     are contents, that is certain, as it is by the connection's keys that they were read; else it may be another one of
 *     the same addresses.
 */
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
    /** A packet of which nobody says which connection it is of. */
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

    /** The same packet with this behind its protection. */
    Packet with(Contents other) {
        return new Packet(
                datagram, type, version, dcid, scid, token, length, protectedLength, Optional.of(other), connection);
    }

    /** The same packet of this connection. */
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

    /** Which side sent it. */
    public Side from() {
        return datagram.from();
    }

    /** Bytes of payload: exactly where the protection was removed, else with the packet number. */
    public int payloadLength() {
        return contents.map(Contents::payloadLength).orElse(protectedLength);
    }
}
