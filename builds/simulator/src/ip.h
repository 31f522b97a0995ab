#pragma once

#include <netinet/in.h>

#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>

namespace sim {

/** The two address families as one 16-byte value; IPv4 as ::ffff:a.b.c.d (RFC 4291 section 2.5.5.2). */
class Address {
public:
    explicit Address(const in_addr& address);
    explicit Address(const in6_addr& address) : bytes_(address) {}

    bool isV4() const { return IN6_IS_ADDR_V4MAPPED(&bytes_); }
    in_addr v4() const;
    const in6_addr& v6() const { return bytes_; }
    /** Whether the first bits are the same; for IPv4 counted within its own 32. */
    bool sharesPrefix(const Address& other, unsigned bits) const;
    bool operator==(const Address& other) const { return (*this <=> other) == 0; }
    std::strong_ordering operator<=>(const Address& other) const {
        return std::memcmp(&bytes_, &other.bytes_, sizeof bytes_) <=> 0;
    }
    /** The address of the same network (/24, /64) with another host number. */
    Address withHost(uint8_t host) const;

private:
    in6_addr bytes_{};
};

/** What forwarding has to know of a packet. */
struct IpHeader {
    Address source;
    Address destination;
    bool udp;
    /** Where what follows the IP headers begins. */
    std::size_t payload;
    /** Length by the header; Ethernet may have padded the frame. */
    std::size_t length;
};

/** Reads an IPv4 or IPv6 header; empty if there is none or the packet is cut short. */
std::optional<IpHeader> readIpHeader(std::span<const uint8_t> packet);

}
