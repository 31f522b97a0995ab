#include "scenario.h"

namespace sim {
namespace {

class PassAll : public Filter {
    Decision decide(const Crossing&) override { return Passed{}; }
};

/** Nothing but the link. */
class SimpleP2p : public Scenario {
    std::unique_ptr<Filter> filter(Direction) override { return std::make_unique<PassAll>(); }
};

}

std::unique_ptr<Scenario> makeSimpleP2p(Options&, uint64_t) {
    return std::make_unique<SimpleP2p>();
}

}
