package dev.interop.trace;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the unprotected headers of the QUIC packets in a datagram (RFC 9000 §17, RFC 9369 §3.2, RFC 8999). The dissector
 * lists the field values of a whole frame and does not say which of several coalesced packets has which value.
 */
final class QuicHeaders {
    private static final long V1 = 1;
    private static final long V2 = 0x6b3343cfL;
    private static final long DRAFTS = 0xff0000L;
    private static final int RETRY_INTEGRITY_TAG = 16;

    private static final List<PacketType> V1_TYPES =
            List.of(PacketType.INITIAL, PacketType.ZERO_RTT, PacketType.HANDSHAKE, PacketType.RETRY);
    private static final List<PacketType> V2_TYPES =
            List.of(PacketType.RETRY, PacketType.INITIAL, PacketType.ZERO_RTT, PacketType.HANDSHAKE);

    /**
     * The unprotected header of a QUIC packet.
     *
     * @param offset the offset of the packet's first byte in the datagram
     * @param length the number of bytes of the whole packet
     * @param protectedLength the number of bytes from the packet number on, in a 1-RTT packet from the connection ID on
     */
    record Header(
            PacketType type,
            long version,
            String dcid,
            String scid,
            String token,
            int offset,
            int length,
            int protectedLength) {}

    private final byte[] bytes;
    private int at;

    private QuicHeaders(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The packets of a datagram, in order. Zeros after the last one are padding. */
    static List<Header> of(byte[] payload) {
        var reader = new QuicHeaders(payload);
        var headers = new ArrayList<Header>();
        while (reader.at < payload.length && !(reader.at > 0 && reader.onlyZerosLeft())) {
            headers.add(reader.next());
        }
        return headers;
    }

    private Header next() {
        int start = at;
        boolean longHeader = (bytes[start] & 0x80) != 0;
        boolean fixedBit = (bytes[start] & 0x40) != 0;
        if (!longHeader) {
            // An endpoint may clear the fixed bit if its peer allows it (RFC 9287). After another packet, bytes without
            // the bit
            // are rather padding than a packet.
            return rest(start, fixedBit || start == 0 ? PacketType.ONE_RTT : PacketType.OTHER);
        }
        try {
            return longHeader(start);
        } catch (IndexOutOfBoundsException malformed) {
            return rest(start, PacketType.OTHER);
        }
    }

    private Header longHeader(int start) {
        at = start + 1;
        long version = number(4);
        var dcid = hex((int) number(1));
        var scid = hex((int) number(1));
        var type = type(bytes[start], version);
        return switch (type) {
            case VERSION_NEGOTIATION, OTHER -> whole(start, type, version, dcid, scid, "");
            case RETRY -> {
                int token = Math.max(0, bytes.length - at - RETRY_INTEGRITY_TAG);
                yield whole(start, type, version, dcid, scid, hex(token));
            }
            default -> {
                var token = type == PacketType.INITIAL ? hex(length()) : "";
                int protectedLength = length();
                skip(protectedLength);
                yield new Header(type, version, dcid, scid, token, start, at - start, protectedLength);
            }
        };
    }

    private static PacketType type(byte first, long version) {
        if (version == 0) {
            return PacketType.VERSION_NEGOTIATION;
        }
        int bits = first >> 4 & 3;
        if (version == V2) {
            return V2_TYPES.get(bits);
        }
        return version == V1 || version >>> 8 == DRAFTS ? V1_TYPES.get(bits) : PacketType.OTHER;
    }

    private Header whole(int start, PacketType type, long version, String dcid, String scid, String token) {
        at = bytes.length;
        return new Header(type, version, dcid, scid, token, start, at - start, 0);
    }

    private Header rest(int start, PacketType type) {
        at = bytes.length;
        return new Header(type, 0, "", "", "", start, at - start, at - start - 1);
    }

    private boolean onlyZerosLeft() {
        for (int i = at; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private long number(int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }

    /** Reads a variable-length integer (RFC 9000 §16) that is the length of a field in this datagram. */
    private int length() {
        int size = 1 << ((bytes[at] & 0xc0) >> 6);
        long value = number(size) & (1L << (size * 8 - 2)) - 1;
        if (value > bytes.length) {
            throw new IndexOutOfBoundsException();
        }
        return (int) value;
    }

    private String hex(int length) {
        int start = at;
        skip(length);
        return HexFormat.of().formatHex(bytes, start, at);
    }

    private void skip(int length) {
        if (length > bytes.length - at) {
            throw new IndexOutOfBoundsException();
        }
        at += length;
    }
}
