#pragma once

#include <cstdint>
#include <variant>

#include "endpoint.h"

namespace sim {

/** The packet goes on as it is. */
struct Passed {};

struct Dropped {};

/** A byte of the UDP payload was replaced. */
struct Altered {
    /** From 0. */
    std::size_t offset;
    uint8_t before;
    uint8_t after;
};

/** A byte was to be replaced that the packet does not have; it goes on as it is. */
struct Missed {
    /** From 0. */
    std::size_t offset;
    uint8_t after;
};

/** The packet is the first that its sender's new public endpoint sends. */
struct Rebound {
    Endpoint before;
    Endpoint after;
};

using Decision = std::variant<Passed, Dropped, Altered, Missed, Rebound>;

}
