#pragma once

#include <sys/types.h>

#include <cstdint>
#include <ctime>
#include <filesystem>
#include <span>
#include <string>

#include "file_descriptor.h"

namespace sim {

/** A pcap file of Ethernet frames with times in nanoseconds. Each frame is in the file when write returns. */
class Capture {
public:
    explicit Capture(const std::filesystem::path& file);

    void write(const timespec& time, std::span<const uint8_t> frame);

    uint64_t frames() const { return frames_; }
    /** Why frames are missing; empty if none is. */
    const std::string& failure() const { return failure_; }

private:
    std::filesystem::path path_;
    FileDescriptor file_;
    uint64_t frames_ = 0;
    off_t size_ = 0;
    std::string failure_;
};

}
