#include "relay.h"

#include <poll.h>
#include <sys/eventfd.h>

#include <array>

namespace sim {

Relay::Relay(Wire& left, Wire& right, Link& link, const FileDescriptor& stop)
    : left_(left), right_(right), link_(link), stop_(stop), finish_(eventfd(0, EFD_CLOEXEC), "eventfd") {}

Relay::~Relay() {
    finish();
}

void Relay::start() {
    thread_ = std::thread([this] { run(); });
}

void Relay::finish() {
    if (!thread_.joinable()) {
        return;
    }
    eventfd_write(finish_.get(), 1);
    thread_.join();
    readAll();
}

void Relay::readAll() {
    const auto carry = [this](Direction direction, const Wire& to) {
        return [this, direction, &to](const IpHeader& header, std::span<const uint8_t> packet) {
            if (to.side().contains(header.destination)) {
                link_.put(direction, packet);
            } else {
                ++strays_;
            }
        };
    };
    left_.read(carry(Direction::toServer, right_));
    right_.read(carry(Direction::toClient, left_));
}

void Relay::run() {
    std::array<pollfd, 4> wait{{{left_.descriptor(), POLLIN, 0},
                                {right_.descriptor(), POLLIN, 0},
                                {finish_.get(), POLLIN, 0},
                                {stop_.get(), POLLIN, 0}}};
    auto& stop = wait[3];
    while (poll(wait.data(), wait.size(), -1) >= 0 || errno == EINTR) {
        if (wait[2].revents != 0) {
            return;
        }
        if (stop.revents != 0) {
            link_.stop();
            stop.fd = -1;
        }
        readAll();
    }
}

}
