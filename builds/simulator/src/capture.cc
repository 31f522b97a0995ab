#include "capture.h"

#include <fcntl.h>
#include <sys/uio.h>

#include <cstring>

namespace sim {
namespace {

// draft-ietf-opsawg-pcap section 4: file header, packet record.
struct FileHeader {
    uint32_t magic = 0xa1b23c4d;
    uint16_t major = 2;
    uint16_t minor = 4;
    uint32_t reserved[2]{};
    uint32_t snapLength = 262144;
    uint32_t linkType = 1;
};

struct Record {
    uint32_t seconds;
    uint32_t nanoseconds;
    uint32_t captured;
    uint32_t original;
};

}

Capture::Capture(const std::filesystem::path& file)
    : path_(file), file_(open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644), file.string()) {
    const FileHeader header;
    if (::write(file_.get(), &header, sizeof header) != sizeof header) {
        throw systemError(path_.string());
    }
    size_ = sizeof header;
}

void Capture::write(const timespec& time, std::span<const uint8_t> frame) {
    if (!failure_.empty()) {
        return;
    }
    const auto length = static_cast<uint32_t>(frame.size());
    Record record{static_cast<uint32_t>(time.tv_sec), static_cast<uint32_t>(time.tv_nsec), length, length};
    const iovec parts[]{{&record, sizeof record}, {const_cast<uint8_t*>(frame.data()), frame.size()}};
    const auto expected = static_cast<ssize_t>(sizeof record + frame.size());
    const auto written = writev(file_.get(), parts, 2);
    if (written != expected) {
        failure_ = path_.string() + ": " + (written < 0 ? std::strerror(errno) : "no space left");
        // Half a record would make the whole file unreadable.
        if (ftruncate(file_.get(), size_) < 0) {
            failure_ += "; its last record is cut short";
        }
        return;
    }
    size_ += expected;
    ++frames_;
}

}
