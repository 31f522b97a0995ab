#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>

#include "decision.h"
#include "direction.h"
#include "options.h"

namespace sim {

/** A packet at the far end of the link. */
struct Crossing {
    /** The IPv4 or IPv6 packet, which may be changed in place. */
    std::span<uint8_t> packet;
    /** Number of this UDP packet in its direction, from 1; 0 if it is not UDP. */
    uint64_t udpOrdinal;
    /** Since the first packet arrived at an end of the link: how soon the endpoints start decides nothing. */
    std::chrono::nanoseconds time;
};

/** Decides on the packets of one direction, in their order. */
class Filter {
public:
    virtual ~Filter() = default;
    /** Does to the packet what it decides. */
    virtual Decision decide(const Crossing& crossing) = 0;
};

/** What happens to packets besides the delay, the rate and the queue of the link. */
class Scenario {
public:
    virtual ~Scenario() = default;
    virtual std::unique_ptr<Filter> filter(Direction direction) = 0;
};

/** Makes the scenario that the options name; takes its options. */
std::unique_ptr<Scenario> makeScenario(Options& options, uint64_t seed);

// One file each.
std::unique_ptr<Scenario> makeSimpleP2p(Options& options, uint64_t seed);
std::unique_ptr<Scenario> makeDropRate(Options& options, uint64_t seed);
std::unique_ptr<Scenario> makeCorruptRate(Options& options, uint64_t seed);
std::unique_ptr<Scenario> makeDroplist(Options& options, uint64_t seed);
std::unique_ptr<Scenario> makeCorruptlist(Options& options, uint64_t seed);
std::unique_ptr<Scenario> makeBlackhole(Options& options, uint64_t seed);
std::unique_ptr<Scenario> makeRebind(Options& options, uint64_t seed);

}
