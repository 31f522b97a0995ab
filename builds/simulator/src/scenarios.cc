#include <array>
#include <string>
#include <string_view>

#include "errors.h"
#include "scenario.h"

namespace sim {
namespace {

struct Known {
    std::string_view name;
    std::unique_ptr<Scenario> (*make)(Options&, uint64_t);
};

constexpr std::array known{
    Known{"simple-p2p", makeSimpleP2p},
    Known{"drop-rate", makeDropRate},
    Known{"corrupt-rate", makeCorruptRate},
    Known{"droplist", makeDroplist},
    Known{"corruptlist", makeCorruptlist},
    Known{"blackhole", makeBlackhole},
    Known{"rebind", makeRebind},
};

}

std::unique_ptr<Scenario> makeScenario(Options& options, uint64_t seed) {
    std::string names;
    for (const auto& scenario : known) {
        if (scenario.name == options.scenario()) {
            return scenario.make(options, seed);
        }
        names += (names.empty() ? "" : ", ") + std::string(scenario.name);
    }
    throw UsageError("scenario '" + options.scenario() + "' is not known; known: " + names);
}

}
