#include "endpoint.h"

#include <arpa/inet.h>

#include <array>
#include <format>

namespace sim {

std::string text(const Endpoint& endpoint) {
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    if (endpoint.address.isV4()) {
        const auto address = endpoint.address.v4();
        inet_ntop(AF_INET, &address, buffer.data(), buffer.size());
        return std::format("{}:{}", buffer.data(), endpoint.port);
    }
    inet_ntop(AF_INET6, &endpoint.address.v6(), buffer.data(), buffer.size());
    return std::format("[{}]:{}", buffer.data(), endpoint.port);
}

}
