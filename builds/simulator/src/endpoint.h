#pragma once

#include <cstdint>
#include <string>

#include "ip.h"

namespace sim {

/** An address and a UDP port. */
struct Endpoint {
    Address address;
    uint16_t port;

    auto operator<=>(const Endpoint&) const = default;
};

/** "192.0.2.1:443" or "[2001:db8::1]:443". */
std::string text(const Endpoint& endpoint);

}
