#include "wire.h"

#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <sys/socket.h>

#include <cstring>

namespace sim {
namespace {

/** About 6 s at 10 Mbit/s: how long this process may be kept from running before a frame is lost. */
constexpr int tapBuffer = 8 << 20;

void set(int socket, int level, int option, const void* value, socklen_t size, const std::string& what) {
    if (setsockopt(socket, level, option, value, size) < 0) {
        throw systemError(what);
    }
}

void enable(int socket, int level, int option, const std::string& what) {
    const int on = 1;
    set(socket, level, option, &on, sizeof on, what);
}

FileDescriptor openTap(const Side& side) {
    // Protocol 0 receives nothing: not a frame before the socket is bound to its interface.
    FileDescriptor tap(socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, 0),
                       "packet socket (is NET_RAW there?)");
    set(tap.get(), SOL_SOCKET, SO_RCVBUFFORCE, &tapBuffer, sizeof tapBuffer, "SO_RCVBUFFORCE");
    enable(tap.get(), SOL_SOCKET, SO_TIMESTAMPNS, "SO_TIMESTAMPNS");
    enable(tap.get(), SOL_PACKET, PACKET_AUXDATA, "PACKET_AUXDATA");
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_protocol = htons(ETH_P_ALL);
    address.sll_ifindex = static_cast<int>(side.index);
    if (bind(tap.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) < 0) {
        throw systemError("bind to " + side.interface);
    }
    return tap;
}

/** IPPROTO_RAW: the packet brings its own IP header, whose source may be anyone. */
FileDescriptor openOutput(const Side& side, int family) {
    FileDescriptor output(socket(family, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_RAW), "raw socket");
    set(output.get(), SOL_SOCKET, SO_BINDTODEVICE, side.interface.c_str(),
        static_cast<socklen_t>(side.interface.size() + 1), "SO_BINDTODEVICE");
    return output;
}

struct Arrival {
    timespec time{};
    bool withoutChecksum = false;
};

Arrival readAncillary(msghdr& message) {
    Arrival arrival;
    for (auto* part = CMSG_FIRSTHDR(&message); part != nullptr; part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level == SOL_SOCKET && part->cmsg_type == SCM_TIMESTAMPNS) {
            std::memcpy(&arrival.time, CMSG_DATA(part), sizeof arrival.time);
        } else if (part->cmsg_level == SOL_PACKET && part->cmsg_type == PACKET_AUXDATA) {
            tpacket_auxdata data;
            std::memcpy(&data, CMSG_DATA(part), sizeof data);
            arrival.withoutChecksum = (data.tp_status & TP_STATUS_CSUMNOTREADY) != 0;
        }
    }
    return arrival;
}

}

Wire::Wire(const Side& side, const std::filesystem::path& capture)
    : side_(side), tap_(openTap(side)), out4_(openOutput(side, AF_INET)), capture_(capture) {
    if (side_.address6) {
        out6_.emplace(openOutput(side, AF_INET6));
    }
}

void Wire::read(const Arrived& arrived) {
    while (true) {
        sockaddr_ll link{};
        iovec data{buffer_.data(), buffer_.size()};
        alignas(cmsghdr) std::array<char, 256> ancillary;
        msghdr message{};
        message.msg_name = &link;
        message.msg_namelen = sizeof link;
        message.msg_iov = &data;
        message.msg_iovlen = 1;
        message.msg_control = ancillary.data();
        message.msg_controllen = ancillary.size();
        const auto size = recvmsg(tap_.get(), &message, 0);
        if (size < 0) {
            return;
        }
        if (link.sll_pkttype == PACKET_OTHERHOST || size < ETH_HLEN) {
            continue;
        }
        const std::span frame(buffer_.data(), static_cast<std::size_t>(size));
        const auto packet = frame.subspan(ETH_HLEN);
        const auto arrival = readAncillary(message);
        const auto header = readIpHeader(packet);
        const bool own = header && (side_.owns(header->source) || side_.owns(header->destination));
        // The probe's late answers, which belong to no endpoint.
        if (own && header->udp) {
            continue;
        }
        capture_.write(arrival.time, frame);
        if (header && !own && link.sll_pkttype == PACKET_HOST) {
            withoutChecksum_ += arrival.withoutChecksum;
            arrived(arrival.time, *header, packet.first(header->length));
        }
    }
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

uint64_t Wire::missed() {
    tpacket_stats statistics{};
    socklen_t size = sizeof statistics;
    if (getsockopt(tap_.get(), SOL_PACKET, PACKET_STATISTICS, &statistics, &size) == 0) {
        missed_ += statistics.tp_drops;
    }
    return missed_;
}

}
