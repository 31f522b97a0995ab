#include "udp_packet.h"

#include <netinet/ip.h>
#include <netinet/ip6.h>
#include <netinet/udp.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace sim {
namespace {

uint16_t read16(std::span<const uint8_t> bytes, std::size_t offset) {
    return static_cast<uint16_t>(bytes[offset] << 8 | bytes[offset + 1]);
}

std::array<uint8_t, 2> bytesOf(uint16_t value) {
    return {static_cast<uint8_t>(value >> 8), static_cast<uint8_t>(value)};
}

uint32_t folded(uint32_t sum) {
    while (sum > 0xffff) {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    return sum;
}

/** Sum of 16-bit words; odd if the first byte is the lower half of its word. */
uint32_t sumOf(std::span<const uint8_t> bytes, bool odd) {
    uint32_t sum = 0;
    for (const auto byte : bytes) {
        sum += odd ? byte : byte << 8;
        odd = !odd;
    }
    return folded(sum);
}

}

std::optional<UdpPacket> UdpPacket::of(std::span<uint8_t> packet) {
    const auto header = readIpHeader(packet);
    if (!header || !header->udp || packet.size() < header->payload + sizeof(udphdr)) {
        return std::nullopt;
    }
    return UdpPacket(packet.first(header->length), header->payload);
}

Endpoint UdpPacket::source() const {
    return endpoint(isV4() ? offsetof(iphdr, saddr) : offsetof(ip6_hdr, ip6_src), udp_ + offsetof(udphdr, source));
}

Endpoint UdpPacket::destination() const {
    return endpoint(isV4() ? offsetof(iphdr, daddr) : offsetof(ip6_hdr, ip6_dst), udp_ + offsetof(udphdr, dest));
}

void UdpPacket::setSource(const Endpoint& source) {
    setEndpoint(isV4() ? offsetof(iphdr, saddr) : offsetof(ip6_hdr, ip6_src), udp_ + offsetof(udphdr, source), source);
}

void UdpPacket::setDestination(const Endpoint& destination) {
    setEndpoint(isV4() ? offsetof(iphdr, daddr) : offsetof(ip6_hdr, ip6_dst), udp_ + offsetof(udphdr, dest),
                destination);
}

std::span<const uint8_t> UdpPacket::payload() const {
    return packet_.subspan(udp_ + sizeof(udphdr));
}

void UdpPacket::setPayloadByte(std::size_t offset, uint8_t value) {
    replace(udp_ + sizeof(udphdr) + offset, {&value, 1}, offset % 2 == 1);
}

Endpoint UdpPacket::endpoint(std::size_t address, std::size_t port) const {
    const auto read = [&]<typename Bytes>(Bytes bytes) {
        std::memcpy(&bytes, packet_.data() + address, sizeof bytes);
        return Address(bytes);
    };
    return {isV4() ? read(in_addr{}) : read(in6_addr{}), read16(packet_, port)};
}

void UdpPacket::setEndpoint(std::size_t address, std::size_t port, const Endpoint& endpoint) {
    const auto& v6 = endpoint.address.v6().s6_addr;
    replace(address, isV4() ? std::span<const uint8_t>(v6).last(4) : std::span<const uint8_t>(v6));
    replace(port, bytesOf(endpoint.port));
}

/** RFC 1624, equation 3. */
void UdpPacket::replace(std::size_t offset, std::span<const uint8_t> bytes, bool oddInChecksum) {
    const auto place = packet_.subspan(offset, bytes.size());
    const auto at = udp_ + offsetof(udphdr, check);
    const auto checksum = read16(packet_, at);
    // 0 over IPv4: the sender computed none (RFC 768).
    if (checksum != 0) {
        const auto removed = folded(~sumOf(place, oddInChecksum) & 0xffff);
        auto sum = static_cast<uint16_t>(
            ~folded((~checksum & 0xffffU) + removed + sumOf(bytes, oddInChecksum)));
        sum = sum == 0 ? 0xffff : sum;
        const auto written = bytesOf(sum);
        std::ranges::copy(written, packet_.begin() + static_cast<std::ptrdiff_t>(at));
    }
    std::ranges::copy(bytes, place.begin());
}

}
