#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "endpoint.h"

namespace sim {

/**
 * An IP packet with a UDP header, to be changed in place. A checksum that was right stays right; one that was wrong stays
 * wrong. That of the IPv4 header is the kernel's, which computes it when it sends (raw(7)).
 */
class UdpPacket {
public:
    /** Empty if it is no UDP, a fragment without the UDP header, or cut short. */
    static std::optional<UdpPacket> of(std::span<uint8_t> packet);

    Endpoint source() const;
    Endpoint destination() const;
    void setSource(const Endpoint& source);
    void setDestination(const Endpoint& destination);

    std::span<const uint8_t> payload() const;
    void setPayloadByte(std::size_t offset, uint8_t value);

private:
    UdpPacket(std::span<uint8_t> packet, std::size_t udp) : packet_(packet), udp_(udp) {}

    Endpoint endpoint(std::size_t address, std::size_t port) const;
    void setEndpoint(std::size_t address, std::size_t port, const Endpoint& endpoint);
    /** Replaces bytes that the checksum covers. */
    void replace(std::size_t offset, std::span<const uint8_t> bytes, bool oddInChecksum = false);
    bool isV4() const { return packet_[0] >> 4 == 4; }

    std::span<uint8_t> packet_;
    /** Where the UDP header begins. */
    std::size_t udp_;
};

}
