#include <limits>
#include <random>

#include "scenario.h"

namespace sim {
namespace {

struct Loss {
    double rate;
    /** Most drops in a row. */
    uint64_t burst;
};

class DropSome : public Filter {
public:
    DropSome(const Loss& loss, uint64_t seed, uint32_t stream) : loss_(loss) {
        std::seed_seq seeds{static_cast<uint32_t>(seed), static_cast<uint32_t>(seed >> 32), stream};
        random_.seed(seeds);
    }

    bool passes(const Crossing& crossing) override {
        if (crossing.udpOrdinal == 0) {
            return true;
        }
        // One draw for every UDP packet: the decision depends on the seed and the packet's number, on nothing else.
        const bool drop = uniform() < loss_.rate && inRow_ < loss_.burst;
        inRow_ = drop ? inRow_ + 1 : 0;
        return !drop;
    }

private:
    /** 0 to 1 from the upper 53 bits; the standard's distributions differ between libraries. */
    double uniform() { return static_cast<double>(random_() >> 11) * 0x1p-53; }

    Loss loss_;
    std::mt19937_64 random_;
    uint64_t inRow_ = 0;
};

/** Drops a percentage of the UDP packets of each direction, but never more than a number of them in a row. */
class DropRate : public Scenario {
public:
    DropRate(const Loss& toClient, const Loss& toServer, uint64_t seed)
        : toClient_(toClient), toServer_(toServer), seed_(seed) {}

    std::unique_ptr<Filter> filter(Direction direction) override {
        const bool left = direction == Direction::toClient;
        return std::make_unique<DropSome>(left ? toClient_ : toServer_, seed_, left ? 1 : 2);
    }

private:
    Loss toClient_;
    Loss toServer_;
    uint64_t seed_;
};

Loss takeLoss(Options& options, const std::string& side) {
    constexpr auto unlimited = std::numeric_limits<uint64_t>::max();
    return {options.percent("rate_" + side, 0) / 100, options.number("burst_" + side, unlimited, 1, unlimited)};
}

}

std::unique_ptr<Scenario> makeDropRate(Options& options, uint64_t seed) {
    const auto toClient = takeLoss(options, "to_client");
    const auto toServer = takeLoss(options, "to_server");
    return std::make_unique<DropRate>(toClient, toServer, seed);
}

}
