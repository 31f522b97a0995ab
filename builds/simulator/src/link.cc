#include "link.h"

#include <ns3/data-rate.h>
#include <ns3/drop-tail-queue.h>
#include <ns3/node.h>
#include <ns3/packet.h>
#include <ns3/point-to-point-channel.h>
#include <ns3/point-to-point-net-device.h>
#include <ns3/simulator.h>

#include <net/ethernet.h>

#include <deque>

#include "ip.h"

namespace sim {
namespace {

constexpr std::size_t keptOrdinals = 1000;

}

LinkProperties LinkProperties::take(Options& options) {
    using namespace std::chrono_literals;
    return {options.duration("delay", 15ms), options.dataRate("bandwidth", 10'000'000),
            options.number("queue", 25, 1, 1'000'000)};
}

/** One direction: the device that sends, and what happens where the packet arrives. */
class Link::Lane {
public:
    Lane(Link& link, Direction direction, const LinkProperties& properties, std::unique_ptr<Filter> filter)
        : link_(link), direction_(direction), filter_(std::move(filter)), node_(ns3::CreateObject<ns3::Node>()),
          device_(ns3::CreateObject<ns3::PointToPointNetDevice>()) {
        device_->SetDataRate(ns3::DataRate(properties.bitsPerSecond));
        const auto queue = ns3::CreateObject<ns3::DropTailQueue<ns3::Packet>>();
        queue->SetMaxSize(ns3::QueueSize(ns3::QueueSizeUnit::PACKETS, static_cast<uint32_t>(properties.queue)));
        queue->TraceConnectWithoutContext("Drop", ns3::MakeCallback(&Lane::queueFull, this));
        device_->SetQueue(queue);
        device_->SetAddress(ns3::Mac48Address::Allocate());
        node_->AddDevice(device_);
    }

    /** Where this direction's packets arrive is the other direction's device. */
    void connect(Lane& opposite, const ns3::Ptr<ns3::PointToPointChannel>& channel) {
        device_->Attach(channel);
        opposite.device_->SetReceiveCallback(ns3::MakeCallback(&Lane::arrive, this));
    }

    uint32_t node() const { return node_->GetId(); }

    void put(const ns3::Ptr<ns3::Packet>& packet, uint16_t protocol, uint64_t frame) {
        travelling_.push_back({packet->GetUid(), frame});
        device_->Send(packet, device_->GetBroadcast(), protocol);
    }

    const Counters& counters() const { return counters_; }

private:
    bool arrive(ns3::Ptr<ns3::NetDevice>, ns3::Ptr<const ns3::Packet> packet, uint16_t, const ns3::Address&) {
        bytes_.resize(packet->GetSize());
        packet->CopyData(bytes_.data(), static_cast<uint32_t>(bytes_.size()));
        const auto header = readIpHeader(bytes_);
        const uint64_t ordinal = header && header->udp ? ++udpPackets_ : 0;
        const auto decision = filter_->decide({bytes_, ordinal, link_.sinceFirst()});
        count(decision, ordinal);
        link_.decided_({direction_, ordinal, frameOf(packet->GetUid())}, decision);
        if (!std::holds_alternative<Dropped>(decision)) {
            ++counters_.forwarded;
            link_.output_(direction_, bytes_);
        }
        return true;
    }

    /** Packets never overtake each other; those before it were lost in the full queue. */
    uint64_t frameOf(uint64_t packet) {
        while (!travelling_.empty()) {
            const auto first = travelling_.front();
            travelling_.pop_front();
            if (first.packet == packet) {
                return first.frame;
            }
        }
        return 0;
    }

    void count(const Decision& decision, uint64_t ordinal) {
        counters_.altered += std::holds_alternative<Altered>(decision);
        counters_.missed += std::holds_alternative<Missed>(decision);
        counters_.rebindings += std::holds_alternative<Rebound>(decision);
        if (std::holds_alternative<Dropped>(decision)) {
            ++counters_.dropped;
            if (ordinal != 0 && counters_.firstDropped.size() < keptOrdinals) {
                counters_.firstDropped.push_back(ordinal);
            }
        }
    }

    void queueFull(ns3::Ptr<const ns3::Packet>) { ++counters_.queueFull; }

    struct Travelling {
        uint64_t packet;
        uint64_t frame;
    };

    Link& link_;
    Direction direction_;
    std::unique_ptr<Filter> filter_;
    ns3::Ptr<ns3::Node> node_;
    ns3::Ptr<ns3::PointToPointNetDevice> device_;
    std::vector<uint8_t> bytes_;
    std::deque<Travelling> travelling_;
    uint64_t udpPackets_ = 0;
    Counters counters_;
};

Link::Link(const LinkProperties& properties, Scenario& scenario, Output output, Decided decided)
    : output_(std::move(output)), decided_(std::move(decided)) {
    const auto make = [&](Direction direction) {
        return std::make_unique<Lane>(*this, direction, properties, scenario.filter(direction));
    };
    toClient_ = make(Direction::toClient);
    toServer_ = make(Direction::toServer);
    const auto channel = ns3::CreateObject<ns3::PointToPointChannel>();
    channel->SetAttribute("Delay", ns3::TimeValue(ns3::NanoSeconds(properties.delay.count())));
    toClient_->connect(*toServer_, channel);
    toServer_->connect(*toClient_, channel);
}

Link::~Link() = default;

Link::Lane& Link::lane(Direction direction) const {
    return direction == Direction::toClient ? *toClient_ : *toServer_;
}

std::chrono::nanoseconds Link::sinceFirst() {
    const std::chrono::nanoseconds now(ns3::Simulator::Now().GetNanoSeconds());
    if (!first_) {
        first_ = now;
    }
    return now - *first_;
}

void Link::put(Direction direction, const ns3::Time& delay, std::span<const uint8_t> packet, uint64_t frame) {
    auto& lane = this->lane(direction);
    ns3::Simulator::ScheduleWithContext(
        lane.node(), delay, &Lane::put, &lane,
        ns3::Create<ns3::Packet>(packet.data(), static_cast<uint32_t>(packet.size())),
        static_cast<uint16_t>(packet[0] >> 4 == 4 ? ETHERTYPE_IP : ETHERTYPE_IPV6), frame);
}

const Counters& Link::counters(Direction direction) const {
    return lane(direction).counters();
}

}
