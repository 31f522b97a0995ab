#include "gate.h"

#include <netinet/in.h>
#include <sys/socket.h>

namespace sim {
namespace {

constexpr uint16_t port = 57832;
constexpr int backlog = 1024;

FileDescriptor listenOn(int family, const sockaddr* address, socklen_t size) {
    FileDescriptor gate(socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
    if (bind(gate.get(), address, size) < 0 || listen(gate.get(), backlog) < 0) {
        throw systemError("TCP port " + std::to_string(port));
    }
    return gate;
}

}

FileDescriptor openGate() {
    sockaddr_in6 both{};
    both.sin6_family = AF_INET6;
    both.sin6_port = htons(port);
    try {
        return listenOn(AF_INET6, reinterpret_cast<const sockaddr*>(&both), sizeof both);
    } catch (const std::system_error&) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        return listenOn(AF_INET, reinterpret_cast<const sockaddr*>(&v4), sizeof v4);
    }
}

}
