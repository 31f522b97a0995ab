#include "errors.h"
#include "nat.h"
#include "scenario.h"
#include "udp_packet.h"

namespace sim {
namespace {

class ToServer : public Filter {
public:
    explicit ToServer(Nat& nat) : nat_(nat) {}

    Decision decide(const Crossing& crossing) override {
        nat_.advance(crossing.time);
        auto packet = UdpPacket::of(crossing.packet);
        if (!packet) {
            return Passed{};
        }
        const auto binding = nat_.outbound(packet->source());
        if (!binding) {
            return Dropped{};
        }
        packet->setSource(binding->public_);
        if (binding->before) {
            return Rebound{*binding->before, binding->public_};
        }
        return Passed{};
    }

private:
    Nat& nat_;
};

class ToClient : public Filter {
public:
    explicit ToClient(Nat& nat) : nat_(nat) {}

    Decision decide(const Crossing& crossing) override {
        nat_.advance(crossing.time);
        auto packet = UdpPacket::of(crossing.packet);
        if (!packet) {
            return Passed{};
        }
        const auto client = nat_.inbound(packet->destination());
        if (!client) {
            return Dropped{};
        }
        packet->setDestination(*client);
        return Passed{};
    }

private:
    Nat& nat_;
};

/** Changes the client's port, or its address too, as a network address translator does that forgot its bindings. */
class Rebind : public Scenario {
public:
    explicit Rebind(const Nat& nat) : nat_(nat) {}

    std::unique_ptr<Filter> filter(Direction direction) override {
        if (direction == Direction::toClient) {
            return std::make_unique<ToClient>(nat_);
        }
        return std::make_unique<ToServer>(nat_);
    }

private:
    Nat nat_;
};

}

std::unique_ptr<Scenario> makeRebind(Options& options, uint64_t seed) {
    using namespace std::chrono_literals;
    const RebindTimes times{options.duration("first-rebind"), options.duration("rebind-freq", 0ns)};
    const bool newAddress = options.flag("rebind-addr");
    constexpr auto shortest = 10ms;
    if (times.first < shortest || (times.interval != 0ns && times.interval < shortest)) {
        throw UsageError("scenario rebind: --first-rebind and --rebind-freq have to be 10ms or more");
    }
    return std::make_unique<Rebind>(Nat(times, newAddress, seed));
}

}
