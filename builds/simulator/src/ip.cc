#include "ip.h"

#include <netinet/ip.h>
#include <netinet/ip6.h>

#include <cstring>

namespace sim {
namespace {

template <typename Header>
std::optional<Header> read(std::span<const uint8_t> bytes, std::size_t offset = 0) {
    if (bytes.size() < offset + sizeof(Header)) {
        return std::nullopt;
    }
    Header header;
    std::memcpy(&header, bytes.data() + offset, sizeof header);
    return header;
}

std::optional<IpHeader> readV4(std::span<const uint8_t> packet) {
    const auto header = read<iphdr>(packet);
    if (!header || header->ihl < 5) {
        return std::nullopt;
    }
    const bool firstFragment = (ntohs(header->frag_off) & IP_OFFMASK) == 0;
    return IpHeader{Address(in_addr{header->saddr}), Address(in_addr{header->daddr}),
                    header->protocol == IPPROTO_UDP && firstFragment, header->ihl * 4U, ntohs(header->tot_len)};
}

/** Where UDP begins after the extension headers that may stand before it (RFC 8200 section 4.1); empty if it is not UDP. */
std::optional<std::size_t> findUdp(std::span<const uint8_t> packet, uint8_t next) {
    std::size_t offset = sizeof(ip6_hdr);
    while (next == IPPROTO_HOPOPTS || next == IPPROTO_ROUTING || next == IPPROTO_DSTOPTS) {
        const auto extension = read<ip6_ext>(packet, offset);
        if (!extension) {
            return std::nullopt;
        }
        next = extension->ip6e_nxt;
        offset += (extension->ip6e_len + 1U) * 8;
    }
    return next == IPPROTO_UDP ? std::optional(offset) : std::nullopt;
}

std::optional<IpHeader> readV6(std::span<const uint8_t> packet) {
    const auto header = read<ip6_hdr>(packet);
    if (!header) {
        return std::nullopt;
    }
    const auto udp = findUdp(packet, header->ip6_nxt);
    return IpHeader{Address(header->ip6_src), Address(header->ip6_dst), udp.has_value(), udp.value_or(sizeof(ip6_hdr)),
                    sizeof(ip6_hdr) + ntohs(header->ip6_plen)};
}

}

Address::Address(const in_addr& address) {
    bytes_.s6_addr[10] = bytes_.s6_addr[11] = 0xff;
    std::memcpy(&bytes_.s6_addr[12], &address, sizeof address);
}

in_addr Address::v4() const {
    in_addr address;
    std::memcpy(&address, &bytes_.s6_addr[12], sizeof address);
    return address;
}

Address Address::withHost(uint8_t host) const {
    Address other = *this;
    // The IPv6 hosts of the test networks are ::2 and ::100 and the like; ::10xx is none of them.
    other.bytes_.s6_addr[14] = isV4() ? other.bytes_.s6_addr[14] : 0x10;
    other.bytes_.s6_addr[15] = host;
    return other;
}

bool Address::sharesPrefix(const Address& other, unsigned bits) const {
    if (isV4() != other.isV4()) {
        return false;
    }
    bits += isV4() ? 96 : 0;
    const unsigned whole = bits / 8;
    const auto rest = static_cast<uint8_t>(0xff00 >> (bits % 8));
    return std::memcmp(bytes_.s6_addr, other.bytes_.s6_addr, whole) == 0 &&
           (bits % 8 == 0 || ((bytes_.s6_addr[whole] ^ other.bytes_.s6_addr[whole]) & rest) == 0);
}

std::optional<IpHeader> readIpHeader(std::span<const uint8_t> packet) {
    if (packet.empty()) {
        return std::nullopt;
    }
    const int version = packet[0] >> 4;
    auto header = version == 4 ? readV4(packet) : version == 6 ? readV6(packet) : std::nullopt;
    if (header && header->length > packet.size()) {
        return std::nullopt;
    }
    return header;
}

}
