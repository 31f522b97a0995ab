#pragma once

#include <cstdint>

#include "link.h"
#include "real_time.h"
#include "wire.h"

namespace sim {

/** Carries the packets that come in from one wire onto the link to the other. */
class Relay {
public:
    Relay(Wire& left, Wire& right, Link& link, const RealTime& clock)
        : left_(left), right_(right), link_(link), clock_(clock) {}

    void readLeft() { carry(left_, Direction::toServer, right_.side()); }
    void readRight() { carry(right_, Direction::toClient, left_.side()); }

    /** Packets for nobody on the other side. */
    uint64_t strays() const { return strays_; }

private:
    void carry(Wire& from, Direction direction, const Side& to) {
        from.read([&](const timespec& time, const IpHeader& header, std::span<const uint8_t> packet) {
            if (to.contains(header.destination)) {
                link_.put(direction, clock_.delayOf(time), packet, from.capture().frames());
            } else {
                ++strays_;
            }
        });
    }

    Wire& left_;
    Wire& right_;
    Link& link_;
    const RealTime& clock_;
    uint64_t strays_ = 0;
};

}
