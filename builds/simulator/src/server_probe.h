#pragma once

#include <chrono>
#include <string>

#include "file_descriptor.h"

namespace sim {

/** How long a server may take to its first answer. */
// Less than the 30 s that a client waits for the simulator, so that it is the server that is blamed.
constexpr std::chrono::seconds serverLimit{25};

/** The server's first answer. */
struct Answer {
    std::chrono::milliseconds waited;
    /** Held open, because the kernel would refuse the answers to come by ICMP, which the captures would show. */
    FileDescriptor socket;
};

/**
 * Waits until a QUIC server answers at "host:port" (or "[address]:port"): sends packets of a version that no server
 * knows, which it has to answer with a Version Negotiation packet (RFC 9000 section 6); anything else is no answer.
 * Throws when the limit is over.
 */
Answer awaitServer(const std::string& server, std::chrono::milliseconds limit);

}
