#pragma once

#include <array>
#include <cstdint>
#include <ctime>
#include <functional>
#include <span>

#include "file_descriptor.h"
#include "side.h"

namespace sim {

/** Sees every frame of one interface, in both directions. */
class Tap {
public:
    struct Frame {
        timespec time;
        /** Addressed to this machine, not sent by it. */
        bool incoming;
        /** Its checksum was left to hardware that is not there. */
        bool withoutChecksum;
        std::span<const uint8_t> bytes;
    };

    /** From construction on, frames wait in a buffer of this many bytes. */
    Tap(const Side& side, int buffer);

    int descriptor() const { return socket_.get(); }
    /** Hands on all frames that are there. */
    void read(const std::function<void(const Frame&)>& seen);
    /** Frames that were lost because reading was too slow. */
    uint64_t missed();

private:
    FileDescriptor socket_;
    uint64_t missed_ = 0;
    std::array<uint8_t, 65536 + 256> buffer_;
};

}
