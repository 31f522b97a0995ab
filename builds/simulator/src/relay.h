#pragma once

#include <atomic>
#include <thread>

#include "file_descriptor.h"
#include "link.h"
#include "wire.h"

namespace sim {

/** Carries packets from the wires onto the link, in a thread of its own, and stops the link on a signal. */
class Relay {
public:
    /** Stop is a descriptor that becomes readable when the simulation has to end. */
    Relay(Wire& left, Wire& right, Link& link, const FileDescriptor& stop);
    ~Relay();

    void start();

    /** Reads what the wires still hold, so that the captures are complete. */
    void finish();

    /** Packets for nobody on the other side. */
    uint64_t strays() const { return strays_; }

private:
    void run();
    void readAll();

    Wire& left_;
    Wire& right_;
    Link& link_;
    const FileDescriptor& stop_;
    FileDescriptor finish_;
    std::atomic<uint64_t> strays_ = 0;
    std::thread thread_;
};

}
