#include "scenario.h"
#include "udp_packet.h"

namespace sim {
namespace {

class CorruptListed : public Filter {
public:
    explicit CorruptListed(const std::map<uint64_t, Alteration>& alterations) : alterations_(alterations) {}

    Decision decide(const Crossing& crossing) override {
        const auto found = alterations_.find(crossing.udpOrdinal);
        if (found == alterations_.end()) {
            return Passed{};
        }
        const auto [offset, value] = found->second;
        auto packet = UdpPacket::of(crossing.packet);
        if (!packet || packet->payload().size() <= offset) {
            return Missed{offset, value};
        }
        const auto before = packet->payload()[offset];
        packet->setPayloadByte(offset, value);
        return Altered{offset, before, value};
    }

private:
    std::map<uint64_t, Alteration> alterations_;
};

/**
 * Replaces given bytes in the UDP packets with the given numbers: what corrupt-rate decided, as a list. A packet of another run
 * may be shorter than the one that the list is made from: it passes, and that is a decision of its own.
 */
class Corruptlist : public Scenario {
public:
    Corruptlist(const std::map<uint64_t, Alteration>& toClient, const std::map<uint64_t, Alteration>& toServer)
        : toClient_(toClient), toServer_(toServer) {}

    std::unique_ptr<Filter> filter(Direction direction) override {
        return std::make_unique<CorruptListed>(direction == Direction::toClient ? toClient_ : toServer_);
    }

private:
    std::map<uint64_t, Alteration> toClient_;
    std::map<uint64_t, Alteration> toServer_;
};

}

std::unique_ptr<Scenario> makeCorruptlist(Options& options, uint64_t) {
    const auto toClient = options.alterations("alters_to_client");
    const auto toServer = options.alterations("alters_to_server");
    return std::make_unique<Corruptlist>(toClient, toServer);
}

}
