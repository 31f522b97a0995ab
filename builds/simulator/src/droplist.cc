#include "scenario.h"

namespace sim {
namespace {

class DropListed : public Filter {
public:
    explicit DropListed(const std::set<uint64_t>& ordinals) : ordinals_(ordinals) {}

    Decision decide(const Crossing& crossing) override {
        if (ordinals_.contains(crossing.udpOrdinal)) {
            return Dropped{};
        }
        return Passed{};
    }

private:
    std::set<uint64_t> ordinals_;
};

/** Drops the UDP packets with the given numbers. */
class Droplist : public Scenario {
public:
    Droplist(const std::set<uint64_t>& toClient, const std::set<uint64_t>& toServer)
        : toClient_(toClient), toServer_(toServer) {}

    std::unique_ptr<Filter> filter(Direction direction) override {
        return std::make_unique<DropListed>(direction == Direction::toClient ? toClient_ : toServer_);
    }

private:
    std::set<uint64_t> toClient_;
    std::set<uint64_t> toServer_;
};

}

std::unique_ptr<Scenario> makeDroplist(Options& options, uint64_t) {
    const auto toClient = options.numbers("drops_to_client");
    const auto toServer = options.numbers("drops_to_server");
    return std::make_unique<Droplist>(toClient, toServer);
}

}
