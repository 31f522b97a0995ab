#include "errors.h"
#include "scenario.h"

namespace sim {
namespace {

using std::chrono::nanoseconds;

/** Carries for a time, then swallows for a time; that a number of times, then carries for ever. */
struct Windows {
    nanoseconds on;
    nanoseconds off;
    uint64_t repeat;

    bool swallow(nanoseconds time) const {
        const auto period = on + off;
        return static_cast<uint64_t>(time / period) < repeat && time % period >= on;
    }
};

class Swallow : public Filter {
public:
    explicit Swallow(const Windows& windows) : windows_(windows) {}

    Decision decide(const Crossing& crossing) override {
        if (windows_.swallow(crossing.time)) {
            return Dropped{};
        }
        return Passed{};
    }

private:
    Windows windows_;
};

/** Drops all packets during windows of time, counted from the first packet. */
class Blackhole : public Scenario {
public:
    Blackhole(const Windows& windows, const std::string& direction) : windows_(windows), direction_(direction) {}

    std::unique_ptr<Filter> filter(Direction direction) override {
        const auto* own = direction == Direction::toClient ? "toclient" : "toserver";
        const bool open = direction_ != "both" && direction_ != own;
        return std::make_unique<Swallow>(open ? Windows{windows_.on, windows_.off, 0} : windows_);
    }

private:
    Windows windows_;
    std::string direction_;
};

}

std::unique_ptr<Scenario> makeBlackhole(Options& options, uint64_t) {
    const Windows windows{options.duration("on"), options.duration("off"), options.number("repeat", 1, 1, 1'000'000)};
    const auto direction = options.oneOf("direction", {"both", "toclient", "toserver"});
    if (windows.on.count() == 0 || windows.off.count() == 0) {
        throw UsageError("scenario blackhole: --on and --off have to be more than 0");
    }
    return std::make_unique<Blackhole>(windows, direction);
}

}
