#include "lateness.h"

#include <algorithm>
#include <bit>
#include <format>
#include <fstream>

#include "errors.h"

namespace sim {
namespace {

double milliseconds(std::chrono::nanoseconds time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

}

void Lateness::add(std::chrono::nanoseconds late) {
    late = std::max(late, std::chrono::nanoseconds(0));
    ++counts_[bucketOf(static_cast<uint64_t>(late.count()))];
    ++packets_;
    most_ = std::max(most_, late);
}

std::chrono::nanoseconds Lateness::quantile(double share) const {
    const auto wanted = share * static_cast<double>(packets_);
    uint64_t seen = 0;
    for (unsigned bucket = 0; bucket < buckets; ++bucket) {
        seen += counts_[bucket];
        if (seen > 0 && static_cast<double>(seen) >= wanted) {
            return std::min(most_, std::chrono::nanoseconds(lastOf(bucket)));
        }
    }
    return most_;
}

unsigned Lateness::bucketOf(uint64_t value) {
    constexpr uint64_t steps = 1U << stepBits;
    if (value < steps) {
        return static_cast<unsigned>(value);
    }
    const auto shift = static_cast<unsigned>(std::bit_width(value)) - stepBits - 1;
    return (shift << stepBits) + static_cast<unsigned>(value >> shift);
}

uint64_t Lateness::lastOf(unsigned bucket) {
    constexpr unsigned steps = 1U << stepBits;
    if (bucket < 2 * steps) {
        return bucket;
    }
    const auto shift = (bucket >> stepBits) - 1;
    return ((uint64_t{bucket} - (shift << stepBits) + 1) << shift) - 1;
}

void writeLateness(const Lateness& lateness, const std::filesystem::path& file) {
    std::ofstream output(file);
    output << std::format("{{\"format\":1,\"packets\":{},\"max_ms\":{:.3f},\"p99_ms\":{:.3f}}}\n", lateness.packets(),
                          milliseconds(lateness.most()), milliseconds(lateness.quantile(0.99)));
    if (!output.flush()) {
        throw systemError(file.string());
    }
}

}
