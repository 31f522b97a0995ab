#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>

#include "decision.h"
#include "direction.h"

namespace sim {

/**
 * The decisions of a scenario as JSON lines: a first one with the seed, then one for each packet that did not pass as it
 * was. Of a limited size: a last line says how many are left out.
 */
class DecisionLog {
public:
    DecisionLog(const std::filesystem::path& file, uint64_t seed);

    /** What the decision is about. */
    struct Subject {
        Direction direction;
        /** Number of the UDP packet in its direction, from 1; 0 if it is not UDP. */
        uint64_t udpOrdinal;
        /** Number of the frame in the capture of the side that it came from, from 1. */
        uint64_t frame;
    };

    void add(const Subject& subject, const Decision& decision);
    /** Throws if something could not be written. */
    void close();

private:
    std::filesystem::path path_;
    std::ofstream file_;
    uint64_t lines_ = 0;
    uint64_t omitted_ = 0;
};

}
