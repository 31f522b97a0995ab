#include <algorithm>

#include "rate.h"
#include "scenario.h"
#include "udp_packet.h"
#include "version_negotiation.h"

namespace sim {
namespace {

/** Altered bytes are among the first of the payload, so that they often hit the QUIC header. */
constexpr std::size_t reach = 50;

class CorruptSome : public Filter {
public:
    CorruptSome(const Rate& rate, uint64_t seed, Direction direction)
        : rate_(rate), random_(seed, direction == Direction::toClient ? 3 : 4) {}

    Decision decide(const Crossing& crossing) override {
        if (crossing.udpOrdinal == 0) {
            return Passed{};
        }
        // All draws for every packet, so that each decision depends on the packet and its number only.
        const bool chosen = rate_.chooses();
        const auto place = random_.number();
        const auto change = static_cast<uint8_t>(1 + random_.below(255));
        auto packet = UdpPacket::of(crossing.packet);
        if (!chosen || !packet || packet->payload().empty() || isVersionNegotiation(packet->payload())) {
            return Passed{};
        }
        return alter(*packet, place % std::min(reach, packet->payload().size()), change);
    }

private:
    static Altered alter(UdpPacket& packet, std::size_t offset, uint8_t change) {
        const auto before = packet.payload()[offset];
        packet.setPayloadByte(offset, static_cast<uint8_t>(before + change));
        // A client has to give up at a Version Negotiation packet without its version: no damaged packet may become one.
        while (isVersionNegotiation(packet.payload())) {
            change = change == 255 ? 1 : static_cast<uint8_t>(change + 1);
            packet.setPayloadByte(offset, static_cast<uint8_t>(before + change));
        }
        return {offset, before, packet.payload()[offset]};
    }

    Rate rate_;
    Random random_;
};

/**
 * Replaces one byte in a percentage of the UDP packets of each direction, but never in more than a number of them in a row.
 * The packets are delivered, with right checksums. Version Negotiation packets stay as they are.
 */
class CorruptRate : public Scenario {
public:
    CorruptRate(const Rate& toClient, const Rate& toServer, uint64_t seed)
        : toClient_(toClient), toServer_(toServer), seed_(seed) {}

    std::unique_ptr<Filter> filter(Direction direction) override {
        return std::make_unique<CorruptSome>(direction == Direction::toClient ? toClient_ : toServer_, seed_, direction);
    }

private:
    Rate toClient_;
    Rate toServer_;
    uint64_t seed_;
};

}

std::unique_ptr<Scenario> makeCorruptRate(Options& options, uint64_t seed) {
    const Rate toClient(options, Direction::toClient, seed);
    const Rate toServer(options, Direction::toServer, seed);
    return std::make_unique<CorruptRate>(toClient, toServer, seed);
}

}
