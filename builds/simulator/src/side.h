#pragma once

#include <optional>
#include <string>

#include "ip.h"

namespace sim {

/** One of the two networks that the simulator joins. */
struct Side {
    std::string interface;
    unsigned index;
    Address address4;
    std::optional<Address> address6;
    std::optional<Address> linkLocal6;

    bool owns(const Address& address) const;
    /** Whether the address is one of this network's (/24, /64). */
    bool contains(const Address& address) const;
};

struct Sides {
    Side left;
    Side right;
};

/**
 * Finds the interfaces by their addresses, since their order is the engine's choice: 193.167.X.0/24 is left for X below
 * 100, else right. IPv6 may be absent.
 */
Sides findSides();

/** The one interface of this network namespace that has an IPv4 address, besides the loopback. */
Side findOnlySide();

}
