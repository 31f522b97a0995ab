#include "decision_log.h"

#include <format>
#include <string>

#include "errors.h"

namespace sim {
namespace {

/** About two megabytes. */
constexpr uint64_t mostLines = 20'000;

/** What was done to the packet; empty for nothing. */
struct Describe {
    std::string operator()(const Passed&) const { return ""; }
    std::string operator()(const Dropped&) const { return R"("dropped")"; }
    std::string operator()(const Altered& altered) const {
        return std::format(R"("altered","byte":{},"before":"0x{:02x}","after":"0x{:02x}")", altered.offset,
                           altered.before, altered.after);
    }
    std::string operator()(const Missed& missed) const {
        return std::format(R"("missed","byte":{},"after":"0x{:02x}")", missed.offset, missed.after);
    }
    std::string operator()(const Rebound& rebound) const {
        return std::format(R"("rebound","before":"{}","after":"{}")", text(rebound.before), text(rebound.after));
    }
};

}

DecisionLog::DecisionLog(const std::filesystem::path& file, uint64_t seed) : path_(file), file_(file) {
    file_ << std::format("{{\"format\":1,\"seed\":\"0x{:016x}\"}}\n", seed);
}

void DecisionLog::add(const Subject& subject, const Decision& decision) {
    const auto what = std::visit(Describe{}, decision);
    if (what.empty()) {
        return;
    }
    if (lines_ == mostLines) {
        ++omitted_;
        return;
    }
    ++lines_;
    const auto packet = subject.udpOrdinal == 0 ? "" : std::format("\"packet\":{},", subject.udpOrdinal);
    file_ << std::format("{{\"direction\":\"{}\",{}\"frame\":{},\"decision\":{}}}\n", name(subject.direction), packet,
                         subject.frame, what);
}

void DecisionLog::close() {
    if (omitted_ > 0) {
        file_ << std::format("{{\"omitted\":{}}}\n", omitted_);
    }
    if (!file_.flush()) {
        throw systemError(path_.string());
    }
}

}
