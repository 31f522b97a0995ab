#pragma once

#include <ns3/nstime.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "direction.h"
#include "options.h"
#include "scenario.h"

namespace sim {

/** The same in both directions. */
struct LinkProperties {
    std::chrono::nanoseconds delay;
    uint64_t bitsPerSecond;
    /** Packets that may wait, besides the one that is being sent. */
    uint64_t queue;

    /** The defaults are those of most test cases. */
    static LinkProperties take(Options& options);
};

/** What became of the packets of one direction. */
struct Counters {
    uint64_t forwarded = 0;
    uint64_t queueFull = 0;
    /** Numbers of the UDP packets that the scenario dropped, from 1. */
    std::vector<uint64_t> dropped;
};

/** The simulated network: an ns-3 point-to-point link, and the scenario at its far ends. */
class Link {
public:
    using Output = std::function<void(Direction, std::span<const uint8_t>)>;

    Link(const LinkProperties& properties, Scenario& scenario, Output output);
    ~Link();

    /** Puts a packet onto the link after a delay. */
    void put(Direction direction, const ns3::Time& delay, std::span<const uint8_t> packet);

    const Counters& counters(Direction direction) const;

private:
    class Lane;
    Lane& lane(Direction direction) const;

    Output output_;
    std::unique_ptr<Lane> toClient_;
    std::unique_ptr<Lane> toServer_;
};

}
