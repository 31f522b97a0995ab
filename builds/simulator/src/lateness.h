#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>

namespace sim {

/**
 * How much later than scheduled packets were delivered, in constant memory. A machine without processor time to spare
 * delivers late, and then the link's delay and rate are not those that were asked for.
 */
class Lateness {
public:
    void add(std::chrono::nanoseconds late);

    uint64_t packets() const { return packets_; }
    std::chrono::nanoseconds most() const { return most_; }
    /** At least this share of the packets was no later than this; exact to a sixteenth. */
    std::chrono::nanoseconds quantile(double share) const;

private:
    /** Buckets for each power of two, so that each is a sixteenth of its values wide. */
    static constexpr unsigned stepBits = 4;
    static constexpr unsigned buckets = (64 - stepBits + 1) << stepBits;

    static unsigned bucketOf(uint64_t value);
    static uint64_t lastOf(unsigned bucket);

    std::array<uint64_t, buckets> counts_{};
    uint64_t packets_ = 0;
    std::chrono::nanoseconds most_{};
};

/** Writes the figures as JSON: {"format":1,"packets":…,"max_ms":…,"p99_ms":…}. */
void writeLateness(const Lateness& lateness, const std::filesystem::path& file);

}
