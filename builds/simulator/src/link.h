#pragma once

#include <ns3/nstime.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "decision_log.h"
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
    /** Packets that the scenario dropped, UDP or not. */
    uint64_t dropped = 0;
    /** Numbers of the first UDP packets among them, from 1. */
    std::vector<uint64_t> firstDropped;
    uint64_t altered = 0;
    /** Packets without the byte that was to be replaced. */
    uint64_t missed = 0;
    uint64_t rebindings = 0;
};

/** The simulated network: an ns-3 point-to-point link, and the scenario at its far ends. */
class Link {
public:
    using Output = std::function<void(Direction, std::span<const uint8_t>)>;
    /** Hears of every decision. */
    using Decided = std::function<void(const DecisionLog::Subject&, const Decision&)>;

    Link(const LinkProperties& properties, Scenario& scenario, Output output, Decided decided);
    ~Link();

    /** Puts a packet onto the link after a delay; the frame is its number in the capture where it came from. */
    void put(Direction direction, const ns3::Time& delay, std::span<const uint8_t> packet, uint64_t frame);

    const Counters& counters(Direction direction) const;

private:
    class Lane;
    Lane& lane(Direction direction) const;
    /** Since the first packet arrived, in whichever direction. */
    std::chrono::nanoseconds sinceFirst();

    Output output_;
    Decided decided_;
    std::optional<std::chrono::nanoseconds> first_;
    std::unique_ptr<Lane> toClient_;
    std::unique_ptr<Lane> toServer_;
};

}
