#pragma once

#include <cstdint>
#include <random>

namespace sim {

/** Random numbers that depend on the seed and the stream only; the standard's distributions differ between libraries. */
class Random {
public:
    Random(uint64_t seed, uint32_t stream) {
        std::seed_seq seeds{static_cast<uint32_t>(seed), static_cast<uint32_t>(seed >> 32), stream};
        engine_.seed(seeds);
    }

    /** 0 to 1, without 1: the upper 53 bits. */
    double uniform() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
    /** 0 to the limit, without it. */
    uint64_t below(uint64_t limit) { return engine_() % limit; }
    uint64_t number() { return engine_(); }

private:
    std::mt19937_64 engine_;
};

}
