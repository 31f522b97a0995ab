#include <ns3/simulator.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <iostream>
#include <optional>
#include <random>

#include "decision_log.h"
#include "errors.h"
#include "gate.h"
#include "kernel.h"
#include "lateness.h"
#include "link.h"
#include "observer.h"
#include "options.h"
#include "real_time.h"
#include "relay.h"
#include "scenario.h"
#include "server_probe.h"
#include "side.h"
#include "termination.h"
#include "wire.h"

namespace {

using namespace sim;
using Clock = std::chrono::steady_clock;

const std::filesystem::path logs = "/logs";

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

void say(const std::string& line) {
    std::cout << "sim: " << line << std::endl;
}

uint64_t randomSeed() {
    std::random_device random;
    return uint64_t{random()} << 32 | random();
}

void report(const Link& link, Direction direction) {
    const auto& counters = link.counters(direction);
    auto line = std::format("{}: {} packets forwarded, {} lost in the full queue, {} dropped",
                            name(direction), counters.forwarded, counters.queueFull, counters.dropped);
    for (std::size_t i = 0; i < counters.firstDropped.size(); ++i) {
        line += (i == 0 ? ": " : " ") + std::to_string(counters.firstDropped[i]);
    }
    say(line + (counters.dropped > counters.firstDropped.size() ? " ..." : ""));
    if (counters.altered > 0) {
        say(std::format("{}: {} UDP packets altered", name(direction), counters.altered));
    }
    if (counters.missed > 0) {
        say(std::format("{}: {} UDP packets do not have the byte that the list replaces", name(direction), counters.missed));
    }
    if (counters.rebindings > 0) {
        say(std::format("{}: {} changes of the client's public endpoint", name(direction), counters.rebindings));
    }
}

void report(const Lateness& lateness) {
    using Milliseconds = std::chrono::duration<double, std::milli>;
    say(std::format("deliveries up to {:.1f} ms late, 99 % at most {:.1f} ms", Milliseconds(lateness.most()).count(),
                    Milliseconds(lateness.quantile(0.99)).count()));
}

/** Whether the capture holds every frame. */
bool report(const std::string& side, Wire& wire) {
    say(std::format("{} capture: {} frames, {} missed", side, wire.capture().frames(), wire.missed()));
    if (wire.refused() > 0) {
        std::cerr << std::format("sim: {}: {} packets could not be sent ({})\n", side, wire.refused(), wire.refusal());
    }
    if (wire.withoutChecksum() > 0) {
        std::cerr << std::format("sim: {}: {} packets came without checksum; the endpoint needs ethtool -K eth0 tx off\n",
                                 side, wire.withoutChecksum());
    }
    if (!wire.capture().failure().empty()) {
        std::cerr << "sim: " << wire.capture().failure() << '\n';
        return false;
    }
    return true;
}

int simulate() {
    const auto start = Clock::now();
    Termination termination;

    Options options(environment("SCENARIO"));
    const auto seed = options.seed().value_or(randomSeed());
    const auto scenario = makeScenario(options, seed);
    const auto properties = LinkProperties::take(options);
    options.requireAllTaken();
    say(std::format("scenario {} seed=0x{:016x}", environment("SCENARIO"), seed));

    const auto sides = findSides();
    keepKernelFromForwarding(sides);
    resolveNeighboursQuickly(sides);

    const auto loop = ns3::CreateObject<RealTime>();
    ns3::Simulator::SetImplementation(loop);
    std::filesystem::create_directories(logs);
    DecisionLog decisions(logs / "decisions.jsonl", seed);
    std::optional<Wire> left;
    std::optional<Wire> right;
    Lateness lateness;
    Link link(
        properties, *scenario,
        [&](Direction direction, std::span<const uint8_t> packet) {
            (direction == Direction::toClient ? left : right)->send(packet);
            lateness.add(loop->late());
        },
        [&](const DecisionLog::Subject& subject, const Decision& decision) { decisions.add(subject, decision); });

    std::optional<Answer> answer;
    if (const auto server = environment("WAITFORSERVER"); !server.empty()) {
        answer.emplace(awaitServer(server, serverLimit));
        say(std::format("server {} answered after {} ms", server, answer->waited.count()));
    }

    left.emplace(sides.left, logs / "trace_node_left.pcap");
    right.emplace(sides.right, logs / "trace_node_right.pcap");

    Relay relay(*left, *right, link, *loop);
    loop->watch(left->descriptor(), [&] { relay.readLeft(); });
    loop->watch(right->descriptor(), [&] { relay.readRight(); });
    const auto signal = termination.awaitable();
    loop->watch(signal.get(), [&] { loop->Stop(); });

    const auto gate = openGate();
    const auto ready = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    say(std::format("running, {} ms after the start", ready.count()));
    loop->Run();
    // What the network has carried belongs to the captures, read or not.
    relay.readLeft();
    relay.readRight();

    report(link, Direction::toClient);
    report(link, Direction::toServer);
    if (relay.strays() > 0) {
        say(std::format("{} packets were for nobody on the other side", relay.strays()));
    }
    report(lateness);
    decisions.close();
    writeLateness(lateness, logs / "lateness.json");
    const bool leftComplete = report("left", *left);
    const bool rightComplete = report("right", *right);
    return leftComplete && rightComplete ? EXIT_SUCCESS : EXIT_FAILURE;
}

}

int main() {
    try {
        const auto side = environment("OBSERVE");
        return side.empty() ? simulate() : observe(side, environment("WAITFORSERVER"), logs);
    } catch (const UsageError& error) {
        std::cerr << "sim: " << error.what() << '\n';
        return 2;
    } catch (const std::exception& error) {
        std::cerr << "sim: " << error.what() << '\n';
        return 1;
    }
}
