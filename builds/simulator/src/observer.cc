#include "observer.h"

#include <poll.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <format>
#include <fstream>
#include <iostream>
#include <sstream>

#include "capture.h"
#include "errors.h"
#include "server_probe.h"
#include "side.h"
#include "tap.h"
#include "termination.h"

namespace sim {
namespace {

using Clock = std::chrono::steady_clock;

/** Nothing holds an unshaped network back: half a second at 1 Gbit/s. */
constexpr int tapBuffer = 64 << 20;

void say(const std::string& line) {
    std::cout << "sim: " << line << std::endl;
}

/** Whether a socket of this network namespace is bound to the UDP port; proc(5). */
bool isBound(uint16_t port) {
    for (const auto* table : {"/proc/net/udp", "/proc/net/udp6"}) {
        std::ifstream file(table);
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) {
            std::istringstream words(line);
            std::string slot;
            std::string local;
            words >> slot >> local;
            const auto colon = local.rfind(':');
            if (colon != std::string::npos && std::stoul(local.substr(colon + 1), nullptr, 16) == port) {
                return true;
            }
        }
    }
    return false;
}

uint16_t portOf(const std::string& server) {
    try {
        const auto port = std::stoul(server.substr(server.rfind(':') + 1));
        if (port > 0 && port <= UINT16_MAX) {
            return static_cast<uint16_t>(port);
        }
    } catch (const std::logic_error&) {
    }
    throw UsageError("WAITFORSERVER=" + server + ": expected host:port");
}

/** Waits for an answer, since a bound port alone is no sign of life; without one it tells whether there is one. */
void await(const std::string& server) {
    const auto port = portOf(server);
    try {
        const auto answer = awaitServer(server, serverLimit);
        say(std::format("server {} answered after {} ms", server, answer.waited.count()));
    } catch (const UsageError&) {
        throw;
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(std::format("{}; UDP port {} is {}", error.what(), port,
                                             isBound(port) ? "bound" : "not bound"));
    }
}

/** Until the signal comes; then what is there belongs to the capture, too. */
void record(Tap& tap, Capture& capture, const FileDescriptor& signal) {
    std::array<pollfd, 2> wait{{{tap.descriptor(), POLLIN, 0}, {signal.get(), POLLIN, 0}}};
    while ((wait[1].revents & POLLIN) == 0) {
        if (poll(wait.data(), wait.size(), -1) < 0 && errno != EINTR) {
            throw systemError("poll");
        }
        tap.read([&](const Tap::Frame& frame) { capture.write(frame.time, frame.bytes); });
    }
}

}

int observe(const std::string& side, const std::string& server, const std::filesystem::path& logs) {
    const auto start = Clock::now();
    Termination termination;
    if (side != "left" && side != "right") {
        throw UsageError("OBSERVE=" + side + ": expected left or right");
    }
    const auto place = findOnlySide();
    if (!server.empty()) {
        await(server);
    }
    std::filesystem::create_directories(logs);
    Tap tap(place, tapBuffer);
    Capture capture(logs / ("trace_node_" + side + ".pcap"));
    const auto signal = termination.awaitable();
    const auto ready = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    say(std::format("running, {} ms after the start", ready.count()));

    record(tap, capture, signal);

    say(std::format("{} capture: {} frames, {} missed", side, capture.frames(), tap.missed()));
    if (!capture.failure().empty()) {
        std::cerr << "sim: " << capture.failure() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}

}
