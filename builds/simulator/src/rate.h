#pragma once

#include <cstdint>
#include <limits>
#include <string>

#include "direction.h"
#include "options.h"
#include "random.h"

namespace sim {

/** Chooses a percentage of the packets of one direction, but never more than a number of them in a row. */
class Rate {
public:
    /** Takes --rate_to_… and --burst_to_…. */
    Rate(Options& options, Direction direction, uint64_t seed)
        : rate_(options.percent(std::string("rate_") + name(direction), 0) / 100),
          burst_(options.number(std::string("burst_") + name(direction), unlimited, 1, unlimited)),
          random_(seed, direction == Direction::toClient ? 1 : 2) {}

    /** One draw for every packet: the choice depends on the seed and the packet's number, on nothing else. */
    bool chooses() {
        const bool chosen = random_.uniform() < rate_ && inRow_ < burst_;
        inRow_ = chosen ? inRow_ + 1 : 0;
        return chosen;
    }

private:
    static constexpr auto unlimited = std::numeric_limits<uint64_t>::max();

    double rate_;
    /** Most in a row. */
    uint64_t burst_;
    Random random_;
    uint64_t inRow_ = 0;
};

}
