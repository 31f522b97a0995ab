#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "capture.h"
#include "file_descriptor.h"
#include "ip.h"
#include "side.h"
#include "tap.h"

namespace sim {

/**
 * The simulator's end of one of the two networks. It sees every frame, in both directions, and puts IP packets of
 * others onto the network. Neighbours are the kernel's business: it has the simulator's addresses and answers for them.
 */
class Wire {
public:
    /** Time of day, header and packet. */
    using Arrived = std::function<void(const timespec&, const IpHeader&, std::span<const uint8_t>)>;

    /** Starts the capture. */
    Wire(const Side& side, const std::filesystem::path& capture);

    int descriptor() const { return tap_.descriptor(); }

    /** Reads and records all frames that are there; hands on the IP packets that came in for somewhere else. */
    void read(const Arrived& arrived);

    /** Sends an IP packet as it is. */
    void send(std::span<const uint8_t> packet);

    const Side& side() const { return side_; }
    const Capture& capture() const { return capture_; }
    /** Frames that were lost because reading was too slow. */
    uint64_t missed() { return tap_.missed(); }
    /** Packets that the kernel refused to send. */
    uint64_t refused() const { return refused_; }
    /** Why it refused the last one. */
    const std::string& refusal() const { return refusal_; }
    /** Packets that came in with their checksum left to hardware that is not there. */
    uint64_t withoutChecksum() const { return withoutChecksum_; }

private:
    Side side_;
    Tap tap_;
    FileDescriptor out4_;
    std::optional<FileDescriptor> out6_;
    Capture capture_;
    uint64_t refused_ = 0;
    std::string refusal_;
    uint64_t withoutChecksum_ = 0;
};

}
