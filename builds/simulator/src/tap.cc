#include "tap.h"

#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <sys/socket.h>

#include <cstring>
#include <optional>

#include "errors.h"

namespace sim {
namespace {

void set(int socket, int level, int option, const void* value, socklen_t size, const std::string& what) {
    if (setsockopt(socket, level, option, value, size) < 0) {
        throw systemError(what);
    }
}

void enable(int socket, int level, int option, const std::string& what) {
    const int on = 1;
    set(socket, level, option, &on, sizeof on, what);
}

/** A large buffer needs the machine's own permission, which no container has on engines that remap users or run without root. */
void setBuffer(int socket, int size) {
    if (setsockopt(socket, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof size) == 0) {
        return;
    }
    // As large as net.core.rmem_max allows.
    set(socket, SOL_SOCKET, SO_RCVBUF, &size, sizeof size, "SO_RCVBUF");
}

FileDescriptor openTap(const Side& side, int buffer) {
    // Protocol 0 receives nothing: not a frame before the socket is bound to its interface.
    FileDescriptor tap(socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, 0),
                       "packet socket (is NET_RAW there?)");
    setBuffer(tap.get(), buffer);
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

void readAncillary(msghdr& message, Tap::Frame& frame) {
    for (auto* part = CMSG_FIRSTHDR(&message); part != nullptr; part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level == SOL_SOCKET && part->cmsg_type == SCM_TIMESTAMPNS) {
            std::memcpy(&frame.time, CMSG_DATA(part), sizeof frame.time);
        } else if (part->cmsg_level == SOL_PACKET && part->cmsg_type == PACKET_AUXDATA) {
            tpacket_auxdata data;
            std::memcpy(&data, CMSG_DATA(part), sizeof data);
            frame.withoutChecksum = (data.tp_status & TP_STATUS_CSUMNOTREADY) != 0;
        }
    }
}

}

Tap::Tap(const Side& side, int buffer) : socket_(openTap(side, buffer)) {}

void Tap::read(const std::function<void(const Frame&)>& seen) {
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
        const auto size = recvmsg(socket_.get(), &message, 0);
        if (size < 0) {
            return;
        }
        if (link.sll_pkttype == PACKET_OTHERHOST || size < ETH_HLEN) {
            continue;
        }
        Frame frame{{}, link.sll_pkttype == PACKET_HOST, false, {buffer_.data(), static_cast<std::size_t>(size)}};
        readAncillary(message, frame);
        seen(frame);
    }
}

uint64_t Tap::missed() {
    tpacket_stats statistics{};
    socklen_t size = sizeof statistics;
    if (getsockopt(socket_.get(), SOL_PACKET, PACKET_STATISTICS, &statistics, &size) == 0) {
        missed_ += statistics.tp_drops;
    }
    return missed_;
}

}
