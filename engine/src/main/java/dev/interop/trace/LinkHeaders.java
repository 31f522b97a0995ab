package dev.interop.trace;

import java.nio.ByteBuffer;
import java.util.Set;

/** Reads the headers before the IP header of a captured frame. */
final class LinkHeaders {
    private static final int LINK_NULL = 0;
    private static final int LINK_ETHERNET = 1;
    private static final int LINK_RAW = 101;
    private static final int LINK_LOOP = 108;
    private static final int LINK_COOKED = 113;
    private static final int LINK_COOKED_V2 = 276;
    /** The numbers that some BSDs write for raw IP, and those for one version of IP. */
    private static final Set<Integer> RAW_IP = Set.of(LINK_RAW, 12, 14, 228, 229);
    /** The address families of IP on the systems that write the loopback header. */
    private static final Set<Integer> IP_FAMILIES = Set.of(2, 10, 24, 28, 30);

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    /** IEEE 802.1Q, 802.1ad, and the number that 802.1ad had before. */
    private static final Set<Integer> VLAN_TAGS = Set.of(0x8100, 0x88a8, 0x9100);
    /**
     * Protocols beside IP that carry no IP packet: ARP, reverse ARP, Wake-on-LAN, flow control, link aggregation, 802.1X
     * and its pre-authentication, LLDP, PTP, MVRP, HomePlug, IEEE 1905 and the loopback test.
     */
    private static final Set<Integer> WITHOUT_IP = Set.of(
            0x0806, 0x8035, 0x0842, 0x8808, 0x8809, 0x888e, 0x88c7, 0x88cc, 0x88f7, 0x88f5, 0x88e1, 0x893a, 0x9000);

    /** Smaller numbers are the length of an IEEE 802.3 frame. */
    private static final int FIRST_ETHERTYPE = 0x0600;

    /** An LLC header that says that a SNAP header with an Ethernet type follows. */
    private static final int SNAP = 0xaaaa03;

    private LinkHeaders() {}

    /** The content of a frame. */
    sealed interface Content {
        /**
         * An IP packet.
         *
         * @param at the offset of its header
         */
        record Ip(int at) implements Content {}

        /** A protocol that carries no IP packet. */
        record WithoutIp() implements Content {}

        /**
         * The frame cannot be read.
         *
         * @param why the cause
         */
        record Unknown(String why) implements Content {}
    }

    static Content of(Frame frame) {
        var bytes = ByteBuffer.wrap(frame.bytes());
        if (RAW_IP.contains(frame.linkType())) {
            return new Content.Ip(0);
        }
        try {
            return switch (frame.linkType()) {
                case LINK_NULL, LINK_LOOP -> loopback(bytes.getInt(0));
                case LINK_ETHERNET -> ofType(bytes, bytes.getShort(12) & 0xffff, 14);
                case LINK_COOKED -> ofType(bytes, bytes.getShort(14) & 0xffff, 16);
                case LINK_COOKED_V2 -> ofType(bytes, bytes.getShort(0) & 0xffff, 20);
                default -> new Content.Unknown("link type " + frame.linkType() + " is unknown");
            };
        } catch (IndexOutOfBoundsException e) {
            return new Content.Unknown("it ends within its link header");
        }
    }

    /** The family is in the byte order of the machine that captured. */
    private static Content loopback(int family) {
        return IP_FAMILIES.contains(family) || IP_FAMILIES.contains(Integer.reverseBytes(family))
                ? new Content.Ip(4)
                : new Content.Unknown("address family " + Integer.toUnsignedString(family) + " is unknown");
    }

    private static Content ofType(ByteBuffer bytes, int first, int after) {
        int type = first;
        int at = after;
        while (VLAN_TAGS.contains(type)) {
            type = bytes.getShort(at + 2) & 0xffff;
            at += 4;
        }
        if (type == IPV4 || type == IPV6) {
            return new Content.Ip(at);
        }
        if (type < FIRST_ETHERTYPE) {
            boolean snap = bytes.limit() >= at + 8 && bytes.getInt(at) >>> 8 == SNAP;
            return snap ? ofType(bytes, bytes.getShort(at + 6) & 0xffff, at + 8) : new Content.WithoutIp();
        }
        return WITHOUT_IP.contains(type)
                ? new Content.WithoutIp()
                : new Content.Unknown("Ethernet type 0x%04x is unknown".formatted(type));
    }
}
