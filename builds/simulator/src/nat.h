#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <vector>

#include "endpoint.h"
#include "random.h"

namespace sim {

/** When bindings change: a time after the first packet, then at intervals; 0 for never again. */
struct RebindTimes {
    std::chrono::nanoseconds first;
    std::chrono::nanoseconds interval;
};

/**
 * A network address translator before the client. Each private endpoint has one public endpoint, at first the same. At
 * each rebinding all get new ones; packets to the old ones are lost.
 */
class Nat {
public:
    Nat(const RebindTimes& times, bool newAddress, uint64_t seed) : times_(times), newAddress_(newAddress), random_(seed, 5) {}

    /** Does the rebindings that are due. */
    void advance(std::chrono::nanoseconds time);

    struct Outbound {
        Endpoint public_;
        /** The public endpoint before, if this is the first packet of a new one. */
        std::optional<Endpoint> before;
    };
    /** Empty if there are too many bindings. */
    std::optional<Outbound> outbound(const Endpoint& private_);
    /** Empty if nothing is bound there. */
    std::optional<Endpoint> inbound(const Endpoint& public_) const;

private:
    struct Binding {
        Endpoint private_;
        Endpoint public_;
        /** The public endpoint of its last packet; the private one before the first. */
        Endpoint used;
    };

    void rebind();
    uint16_t freePort(const Address& address);
    Address publicAddress(const Address& private_) const;
    uint8_t otherHost();

    RebindTimes times_;
    bool newAddress_;
    Random random_;
    uint64_t done_ = 0;
    uint8_t host_ = 0;
    /** In the order of their first packets. */
    std::vector<Binding> bindings_;
    std::map<Endpoint, std::size_t> byPrivate_;
    std::map<Endpoint, std::size_t> byPublic_;
};

}
