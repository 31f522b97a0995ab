package dev.interop.trace;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Finds the UDP datagram in a captured frame. Ignores other protocols and IP fragments. */
final class UdpReader {
    private static final int LINK_ETHERNET = 1;
    private static final int LINK_RAW = 101;
    private static final int LINK_COOKED = 113;
    private static final int LINK_COOKED_V2 = 276;

    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86dd;
    private static final int ETHERTYPE_VLAN = 0x8100;

    private static final int PROTOCOL_UDP = 17;
    private static final int UDP_HEADER = 8;

    /**
     * A raw datagram.
     *
     * @param source the source's IP address, 4 or 16 bytes
     * @param destination the destination's IP address, 4 or 16 bytes
     * @param payload the datagram's payload
     */
    record Udp(byte[] source, int sourcePort, byte[] destination, int destinationPort, int ecn, byte[] payload) {}

    Optional<Udp> read(Frame frame) {
        var bytes = ByteBuffer.wrap(frame.bytes());
        return switch (frame.linkType()) {
            case LINK_ETHERNET -> ethernet(bytes);
            case LINK_RAW -> ip(bytes, 0);
            case LINK_COOKED -> ip(bytes, 16);
            case LINK_COOKED_V2 -> ip(bytes, 20);
            default -> Optional.empty();
        };
    }

    private static Optional<Udp> ethernet(ByteBuffer bytes) {
        int at = 12;
        while (bytes.limit() >= at + 2) {
            int type = bytes.getShort(at) & 0xffff;
            if (type == ETHERTYPE_IPV4 || type == ETHERTYPE_IPV6) {
                return ip(bytes, at + 2);
            }
            if (type != ETHERTYPE_VLAN) {
                return Optional.empty();
            }
            at += 4;
        }
        return Optional.empty();
    }

    private static Optional<Udp> ip(ByteBuffer bytes, int at) {
        if (bytes.limit() < at + 20) {
            return Optional.empty();
        }
        return switch ((bytes.get(at) & 0xf0) >> 4) {
            case 4 -> ipv4(bytes, at);
            case 6 -> ipv6(bytes, at);
            default -> Optional.empty();
        };
    }

    private static Optional<Udp> ipv4(ByteBuffer bytes, int at) {
        int header = (bytes.get(at) & 0x0f) * 4;
        int end = Math.min(bytes.limit(), at + (bytes.getShort(at + 2) & 0xffff));
        boolean fragment = (bytes.getShort(at + 6) & 0x3fff) != 0;
        if (header < 20 || fragment || (bytes.get(at + 9) & 0xff) != PROTOCOL_UDP) {
            return Optional.empty();
        }
        return udp(bytes, at + header, end, slice(bytes, at + 12, 4), slice(bytes, at + 16, 4), bytes.get(at + 1) & 3);
    }

    private static Optional<Udp> ipv6(ByteBuffer bytes, int at) {
        if (bytes.limit() < at + 40 || (bytes.get(at + 6) & 0xff) != PROTOCOL_UDP) {
            return Optional.empty();
        }
        int end = Math.min(bytes.limit(), at + 40 + (bytes.getShort(at + 4) & 0xffff));
        int ecn = (bytes.get(at + 1) & 0x30) >> 4;
        return udp(bytes, at + 40, end, slice(bytes, at + 8, 16), slice(bytes, at + 24, 16), ecn);
    }

    private static Optional<Udp> udp(ByteBuffer bytes, int at, int end, byte[] source, byte[] destination, int ecn) {
        if (end < at + UDP_HEADER) {
            return Optional.empty();
        }
        int length = (bytes.getShort(at + 4) & 0xffff) - UDP_HEADER;
        int payload = Math.max(0, Math.min(length, end - at - UDP_HEADER));
        return Optional.of(new Udp(
                source,
                bytes.getShort(at) & 0xffff,
                destination,
                bytes.getShort(at + 2) & 0xffff,
                ecn,
                slice(bytes, at + UDP_HEADER, payload)));
    }

    private static byte[] slice(ByteBuffer bytes, int from, int length) {
        var slice = new byte[length];
        bytes.get(from, slice);
        return slice;
    }
}
