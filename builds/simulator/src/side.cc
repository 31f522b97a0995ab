#include "side.h"

#include <ifaddrs.h>
#include <net/if.h>

#include <functional>
#include <memory>
#include <vector>

#include "errors.h"

namespace sim {
namespace {

constexpr uint8_t testNetwork[]{193, 167};
constexpr uint8_t firstRight = 100;

using Fits = std::function<bool(const uint8_t* bytes)>;

std::vector<Side> interfaces(const Fits& fits) {
    ifaddrs* list = nullptr;
    if (getifaddrs(&list) < 0) {
        throw systemError("interfaces");
    }
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(list, freeifaddrs);
    std::vector<Side> found;
    for (const auto* entry = list; entry != nullptr; entry = entry->ifa_next) {
        if (entry->ifa_addr == nullptr || entry->ifa_addr->sa_family != AF_INET) {
            continue;
        }
        const Address address(reinterpret_cast<const sockaddr_in*>(entry->ifa_addr)->sin_addr);
        if (fits(&address.v6().s6_addr[12])) {
            found.push_back({entry->ifa_name, if_nametoindex(entry->ifa_name), address, {}, {}});
        }
    }
    for (const auto* entry = list; entry != nullptr; entry = entry->ifa_next) {
        if (entry->ifa_addr == nullptr || entry->ifa_addr->sa_family != AF_INET6) {
            continue;
        }
        const auto& address = reinterpret_cast<const sockaddr_in6*>(entry->ifa_addr)->sin6_addr;
        for (auto& side : found) {
            if (side.interface == entry->ifa_name) {
                (IN6_IS_ADDR_LINKLOCAL(&address) ? side.linkLocal6 : side.address6) = Address(address);
            }
        }
    }
    return found;
}

Side only(const std::vector<Side>& sides, const std::string& what, const std::function<bool(uint8_t)>& fits) {
    const Side* found = nullptr;
    for (const auto& side : sides) {
        if (fits(side.address4.v6().s6_addr[14])) {
            if (found != nullptr) {
                throw std::runtime_error("two interfaces are on the " + what + ": " + found->interface + " and " +
                                         side.interface);
            }
            found = &side;
        }
    }
    if (found == nullptr) {
        throw std::runtime_error("no interface is on the " + what + "; connect the container to both networks");
    }
    return *found;
}

}

bool Side::owns(const Address& address) const {
    return address == address4 || address == address6 || address == linkLocal6;
}

bool Side::contains(const Address& address) const {
    return address.sharesPrefix(address4, 24) || (address6 && address.sharesPrefix(*address6, 64));
}

Sides findSides() {
    const auto all = interfaces(
        [](const uint8_t* bytes) { return bytes[0] == testNetwork[0] && bytes[1] == testNetwork[1]; });
    return {only(all, "left (193.167.0.0/24 to 193.167.99.0/24)", [](uint8_t net) { return net < firstRight; }),
            only(all, "right (193.167.100.0/24 to 193.167.255.0/24)", [](uint8_t net) { return net >= firstRight; })};
}

Side findOnlySide() {
    constexpr uint8_t loopback = 127;
    const auto all = interfaces([](const uint8_t* bytes) { return bytes[0] != loopback; });
    if (all.size() != 1) {
        throw std::runtime_error(std::to_string(all.size()) + " interfaces have an IPv4 address; there must be one");
    }
    return all.front();
}

}
