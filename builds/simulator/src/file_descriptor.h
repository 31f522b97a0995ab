#pragma once

#include <unistd.h>

#include <utility>

#include "errors.h"

namespace sim {

/** Owns a file descriptor. */
class FileDescriptor {
public:
    FileDescriptor(int descriptor, const std::string& what) : descriptor_(descriptor) {
        if (descriptor_ < 0) {
            throw systemError(what);
        }
    }
    FileDescriptor(FileDescriptor&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileDescriptor& operator=(FileDescriptor&&) = delete;
    ~FileDescriptor() {
        if (descriptor_ >= 0) {
            close(descriptor_);
        }
    }

    int get() const { return descriptor_; }

private:
    int descriptor_;
};

}
