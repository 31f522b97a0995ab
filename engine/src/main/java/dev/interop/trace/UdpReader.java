package dev.interop.trace;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/** Finds the UDP datagram in a captured frame. A frame either has one, has certainly none, or cannot be read. */
final class UdpReader {
    private static final int UDP = 17;
    /** ICMP, IGMP, TCP, DCCP, ICMPv6, no next header, OSPF, PIM, VRRP and SCTP: none of them carries UDP. */
    private static final Set<Integer> WITHOUT_UDP = Set.of(1, 2, 6, 33, 58, 59, 89, 103, 112, 132);

    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    /** Hop-by-hop options, routing, destination options and mobility (RFC 8200 §4). */
    private static final Set<Integer> EXTENSIONS = Set.of(0, 43, 60, 135);

    private static final int MOST_EXTENSIONS = 16;
    private static final int UDP_HEADER = 8;
    private static final byte[] UNKNOWN = {};

    /** The content of a frame. */
    sealed interface Reading {
        /** The IP address of the sender, 4 or 16 bytes; none if it is unknown. */
        byte[] source();

        /** The IP address of the receiver, 4 or 16 bytes; none if it is unknown. */
        byte[] destination();
    }

    /**
     * A raw datagram.
     *
     * @param source the source's IP address, 4 or 16 bytes
     * @param destination the destination's IP address, 4 or 16 bytes
     * @param payload the captured bytes of the datagram's payload
     * @param missing the number of bytes of the payload that were sent but not captured
     */
    record Udp(
            byte[] source,
            int sourcePort,
            byte[] destination,
            int destinationPort,
            int ecn,
            byte[] payload,
            int missing)
            implements Reading {}

    /** No UDP datagram. */
    record WithoutUdp(byte[] source, byte[] destination) implements Reading {}

    /**
     * A frame that cannot be read.
     *
     * @param why the cause
     */
    record Unread(byte[] source, byte[] destination, String why) implements Reading {}

    /**
     * An IP header.
     *
     * @param end the offset of the first byte after the packet
     */
    private record Ip(Frame frame, ByteBuffer bytes, byte[] source, byte[] destination, int ecn, int end) {
        Unread unread(String why) {
            return new Unread(source, destination, why);
        }
    }

    /** The datagram in a frame, if the frame has one that can be read. */
    Optional<Udp> datagram(Frame frame) {
        return read(frame) instanceof Udp udp ? Optional.of(udp) : Optional.empty();
    }

    Reading read(Frame frame) {
        var content = LinkHeaders.of(frame);
        if (content instanceof LinkHeaders.Content.WithoutIp) {
            return new WithoutUdp(UNKNOWN, UNKNOWN);
        }
        if (content instanceof LinkHeaders.Content.Unknown unknown) {
            return unreadable(frame, unknown.why());
        }
        try {
            return ip(frame, ByteBuffer.wrap(frame.bytes()), ((LinkHeaders.Content.Ip) content).at());
        } catch (IndexOutOfBoundsException e) {
            return unreadable(frame, "it ends within its IP header");
        }
    }

    private static Unread unreadable(Frame frame, String why) {
        return new Unread(UNKNOWN, UNKNOWN, frame.isCut() ? cut(frame) : why);
    }

    private static String cut(Frame frame) {
        return frame.bytes().length + " of its " + frame.sentLength() + " bytes were captured";
    }

    private static Reading ip(Frame frame, ByteBuffer bytes, int at) {
        return switch ((bytes.get(at) & 0xf0) >> 4) {
            case 4 -> ipv4(frame, bytes, at);
            case 6 -> ipv6(frame, bytes, at);
            // Such as ARP in a capture without link headers. No host takes UDP out of it.
            default -> new WithoutUdp(UNKNOWN, UNKNOWN);
        };
    }

    private static Reading ipv4(Frame frame, ByteBuffer bytes, int at) {
        int header = (bytes.get(at) & 0x0f) * 4;
        int length = bytes.getShort(at + 2) & 0xffff;
        var ip = new Ip(
                frame,
                bytes,
                slice(bytes, at + 12, 4),
                slice(bytes, at + 16, 4),
                bytes.get(at + 1) & 3,
                Math.min(bytes.limit(), at + length));
        boolean isFragment = (bytes.getShort(at + 6) & 0x3fff) != 0;
        return header < 20
                ? ip.unread("its IPv4 header is malformed")
                : content(ip, bytes.get(at + 9), at + header, isFragment);
    }

    private static Reading ipv6(Frame frame, ByteBuffer bytes, int at) {
        int length = bytes.getShort(at + 4) & 0xffff;
        var ip = new Ip(
                frame,
                bytes,
                slice(bytes, at + 8, 16),
                slice(bytes, at + 24, 16),
                (bytes.get(at + 1) & 0x30) >> 4,
                Math.min(bytes.limit(), at + 40 + length));
        int next = bytes.get(at + 6) & 0xff;
        int header = at + 40;
        boolean isFragment = false;
        for (int i = 0; i < MOST_EXTENSIONS && isExtension(next); i++) {
            if (header + 8 > bytes.limit()) {
                return ip.unread(frame.isCut() ? cut(frame) : "its IPv6 header is malformed");
            }
            isFragment |= next == FRAGMENT && (bytes.getShort(header + 2) & 0xfff9) != 0;
            int size = extensionSize(next, bytes.get(header + 1) & 0xff);
            next = bytes.get(header) & 0xff;
            if (isFragment) {
                break;
            }
            header += size;
        }
        return content(ip, (byte) next, header, isFragment);
    }

    private static boolean isExtension(int header) {
        return header == FRAGMENT || header == AUTHENTICATION || EXTENSIONS.contains(header);
    }

    private static int extensionSize(int header, int length) {
        return switch (header) {
            case FRAGMENT -> 8;
            case AUTHENTICATION -> (length + 2) * 4;
            default -> (length + 1) * 8;
        };
    }

    private static Reading content(Ip ip, byte protocol, int at, boolean isFragment) {
        int number = protocol & 0xff;
        if (WITHOUT_UDP.contains(number)) {
            return new WithoutUdp(ip.source, ip.destination);
        }
        if (isFragment) {
            return ip.unread("it is an IP fragment");
        }
        return number == UDP ? udp(ip, at) : ip.unread("IP protocol " + number + " is unknown or a tunnel");
    }

    private static Reading udp(Ip ip, int at) {
        if (ip.end < at + UDP_HEADER) {
            return ip.unread(ip.frame.isCut() ? cut(ip.frame) : "its UDP header is malformed");
        }
        var bytes = ip.bytes;
        int stated = bytes.getShort(at + 4) & 0xffff;
        if (stated < UDP_HEADER) {
            // Of a length of 0, Linux takes whatever an IPv6 packet has (RFC 2675 §4).
            return ip.unread("its UDP header has a length of " + stated);
        }
        int length = stated - UDP_HEADER;
        int captured = Math.min(length, ip.end - at - UDP_HEADER);
        return new Udp(
                ip.source,
                bytes.getShort(at) & 0xffff,
                ip.destination,
                bytes.getShort(at + 2) & 0xffff,
                ip.ecn,
                slice(bytes, at + UDP_HEADER, captured),
                ip.frame.isCut() ? length - captured : 0);
    }

    private static byte[] slice(ByteBuffer bytes, int from, int length) {
        var slice = new byte[length];
        bytes.get(from, slice);
        return slice;
    }
}
