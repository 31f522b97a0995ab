#pragma once

#include <cstdint>
#include <span>

namespace sim {

/** Whether a UDP payload begins with a Version Negotiation packet: a long header with version 0 (RFC 9000 section 17.2.1). */
inline bool isVersionNegotiation(std::span<const uint8_t> payload) {
    return payload.size() >= 5 && (payload[0] & 0x80) != 0 && payload[1] == 0 && payload[2] == 0 && payload[3] == 0 &&
           payload[4] == 0;
}

}
