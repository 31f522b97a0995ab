#pragma once

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

/** The simulated network: an ns-3 point-to-point link in real time, and the scenario at its far ends. */
class Link {
public:
    using Output = std::function<void(Direction, std::span<const uint8_t>)>;

    /** Output is called in the thread that runs. */
    Link(const LinkProperties& properties, Scenario& scenario, Output output);
    ~Link();

    /** Runs until stop; calls started as soon as packets can be put in. */
    void run(const std::function<void()>& started);

    /** Puts a packet onto the link; from any thread, while it runs. */
    void put(Direction direction, std::span<const uint8_t> packet);

    /** From any thread. */
    void stop();

    /** Once it no longer runs. */
    const Counters& counters(Direction direction) const;

private:
    class Lane;
    Lane& lane(Direction direction) const;

    Output output_;
    std::unique_ptr<Lane> toClient_;
    std::unique_ptr<Lane> toServer_;
};

}
