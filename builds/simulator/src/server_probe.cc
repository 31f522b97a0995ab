#include "server_probe.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <thread>

#include "errors.h"

namespace sim {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds resendInterval{20};

struct HostAndPort {
    std::string host;
    std::string port;
};

HostAndPort split(const std::string& server) {
    const auto colon = server.rfind(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == server.size()) {
        throw UsageError("WAITFORSERVER=" + server + ": expected host:port");
    }
    auto host = server.substr(0, colon);
    if (host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    }
    return {host, server.substr(colon + 1)};
}

struct Target {
    sockaddr_storage address;
    socklen_t size;
};

/** Empty as long as the name is not known: the server's container may not be there yet. */
std::optional<Target> resolve(const HostAndPort& server) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_DGRAM;
    addrinfo* list = nullptr;
    if (getaddrinfo(server.host.c_str(), server.port.c_str(), &hints, &list) != 0) {
        return std::nullopt;
    }
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(list, freeaddrinfo);
    Target target{};
    std::copy_n(reinterpret_cast<const char*>(list->ai_addr), list->ai_addrlen,
                reinterpret_cast<char*>(&target.address));
    target.size = list->ai_addrlen;
    return target;
}

/**
 * A long-header packet of a reserved version (RFC 9000 section 15), as large as a first datagram must be. What follows the
 * connection ids belongs to the version, but aioquic reads it as version 1 before it looks at the version, so it has the
 * form of an Initial packet.
 */
std::array<uint8_t, 1200> probePacket() {
    constexpr uint8_t idLength = 8;
    std::random_device random;
    std::array<uint8_t, 1200> packet;
    for (auto& byte : packet) {
        byte = static_cast<uint8_t>(random());
    }
    packet[0] = 0xc0 | (packet[0] & 0x0f);
    for (std::size_t i = 1; i <= 4; ++i) {
        packet[i] = static_cast<uint8_t>((packet[i] & 0xf0) | 0x0a);
    }
    packet[5] = idLength;
    packet[6 + idLength] = idLength;
    constexpr std::size_t tokenLength = 7 + 2 * idLength;
    constexpr std::size_t length = tokenLength + 1;
    constexpr std::size_t rest = std::tuple_size_v<decltype(packet)> - (length + 2);
    packet[tokenLength] = 0;
    packet[length] = 0x40 | (rest >> 8);
    packet[length + 1] = rest & 0xff;
    return packet;
}

/** Whether it begins as a Version Negotiation packet (RFC 9000 section 17.2.1): a long header of version 0. */
bool isVersionNegotiation(std::span<const uint8_t> datagram) {
    constexpr std::size_t headerLength = 5;
    return datagram.size() > headerLength && (datagram[0] & 0x80) != 0 &&
           std::ranges::all_of(datagram.subspan(1, headerLength - 1), [](uint8_t byte) { return byte == 0; });
}

enum class Heard { nothing, somethingElse, quic };

/** Sends once and waits for the answer. A refusal by ICMP comes at once: then it waits, too. */
Heard ask(int socket, const std::array<uint8_t, 1200>& packet) {
    auto heard = Heard::nothing;
    const auto until = Clock::now() + resendInterval;
    send(socket, packet.data(), packet.size(), 0);
    for (auto now = Clock::now(); now < until; now = Clock::now()) {
        pollfd wait{socket, POLLIN, 0};
        const auto left = std::chrono::ceil<milliseconds>(until - now);
        std::array<uint8_t, 2048> answer;
        if (poll(&wait, 1, static_cast<int>(left.count())) <= 0) {
            continue;
        }
        const auto size = recv(socket, answer.data(), answer.size(), MSG_DONTWAIT);
        if (size >= 0) {
            if (isVersionNegotiation({answer.data(), static_cast<std::size_t>(size)})) {
                return Heard::quic;
            }
            heard = Heard::somethingElse;
        }
    }
    return heard;
}

}

Answer awaitServer(const std::string& server, milliseconds limit) {
    const auto target = split(server);
    const auto packet = probePacket();
    const auto start = Clock::now();
    std::optional<FileDescriptor> socket;
    bool wrong = false;
    while (Clock::now() - start < limit) {
        if (!socket) {
            const auto found = resolve(target);
            if (!found) {
                std::this_thread::sleep_for(resendInterval);
                continue;
            }
            socket.emplace(::socket(found->address.ss_family, SOCK_DGRAM | SOCK_CLOEXEC, 0), "probe's socket");
            if (connect(socket->get(), reinterpret_cast<const sockaddr*>(&found->address), found->size) < 0) {
                socket.reset();
                std::this_thread::sleep_for(resendInterval);
                continue;
            }
        }
        const auto heard = ask(socket->get(), packet);
        wrong = wrong || heard == Heard::somethingElse;
        if (heard == Heard::quic) {
            return {std::chrono::duration_cast<milliseconds>(Clock::now() - start), std::move(*socket)};
        }
    }
    throw std::runtime_error("server " + server + (socket ? " did not answer" : " has no address") + " within " +
                             std::to_string(limit.count() / 1000) + " s" +
                             (wrong ? ": what came is no Version Negotiation packet of QUIC" : ""));
}

}
