#include "wire.h"

#include <net/ethernet.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>

#include "errors.h"

namespace sim {
namespace {

/** About 6 s at 10 Mbit/s: how long this process may be kept from running before a frame is lost. */
constexpr int tapBuffer = 8 << 20;

/** IPPROTO_RAW: the packet brings its own IP header, whose source may be anyone. */
FileDescriptor openOutput(const Side& side, int family) {
    FileDescriptor output(socket(family, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_RAW), "raw socket");
    if (setsockopt(output.get(), SOL_SOCKET, SO_BINDTODEVICE, side.interface.c_str(),
                   static_cast<socklen_t>(side.interface.size() + 1)) < 0) {
        throw systemError("SO_BINDTODEVICE");
    }
    return output;
}

}

Wire::Wire(const Side& side, const std::filesystem::path& capture)
    : side_(side), tap_(side, tapBuffer), out4_(openOutput(side, AF_INET)), capture_(capture) {
    if (side_.address6) {
        out6_.emplace(openOutput(side, AF_INET6));
    }
}

void Wire::read(const Arrived& arrived) {
    tap_.read([&](const Tap::Frame& frame) {
        const auto packet = frame.bytes.subspan(ETH_HLEN);
        const auto header = readIpHeader(packet);
        const bool own = header && (side_.owns(header->source) || side_.owns(header->destination));
        // The probe's late answers, which belong to no endpoint.
        if (own && header->udp) {
            return;
        }
        capture_.write(frame.time, frame.bytes);
        if (header && !own && frame.incoming) {
            withoutChecksum_ += frame.withoutChecksum;
            arrived(frame.time, *header, packet.first(header->length));
        }
    });
}

void Wire::send(std::span<const uint8_t> packet) {
    const auto header = readIpHeader(packet);
    if (!header) {
        return;
    }
    ssize_t sent = -1;
    errno = EAFNOSUPPORT;
    if (header->destination.isV4()) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_addr = header->destination.v4();
        sent = sendto(out4_.get(), packet.data(), packet.size(), 0, reinterpret_cast<const sockaddr*>(&to), sizeof to);
    } else if (out6_) {
        sockaddr_in6 to{};
        to.sin6_family = AF_INET6;
        to.sin6_addr = header->destination.v6();
        sent = sendto(out6_->get(), packet.data(), packet.size(), 0, reinterpret_cast<const sockaddr*>(&to), sizeof to);
    }
    if (sent < 0) {
        ++refused_;
        refusal_ = std::strerror(errno);
    }
}

}
