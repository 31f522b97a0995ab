#include "rate.h"
#include "scenario.h"

namespace sim {
namespace {

class DropSome : public Filter {
public:
    explicit DropSome(const Rate& rate) : rate_(rate) {}

    Decision decide(const Crossing& crossing) override {
        if (crossing.udpOrdinal == 0 || !rate_.chooses()) {
            return Passed{};
        }
        return Dropped{};
    }

private:
    Rate rate_;
};

/** Drops a percentage of the UDP packets of each direction, but never more than a number of them in a row. */
class DropRate : public Scenario {
public:
    DropRate(const Rate& toClient, const Rate& toServer) : toClient_(toClient), toServer_(toServer) {}

    std::unique_ptr<Filter> filter(Direction direction) override {
        return std::make_unique<DropSome>(direction == Direction::toClient ? toClient_ : toServer_);
    }

private:
    Rate toClient_;
    Rate toServer_;
};

}

std::unique_ptr<Scenario> makeDropRate(Options& options, uint64_t seed) {
    const Rate toClient(options, Direction::toClient, seed);
    const Rate toServer(options, Direction::toServer, seed);
    return std::make_unique<DropRate>(toClient, toServer);
}

}
