#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace sim {

/**
 * The words of SCENARIO: a name, then --option=value. Each option is taken by whom it concerns; one that nobody took
 * is an error, so that a typing error never passes for a default.
 */
class Options {
public:
    explicit Options(const std::string& words);

    const std::string& scenario() const { return scenario_; }

    /** "15ms", "1.5s", "100us". */
    std::chrono::nanoseconds duration(const std::string& option, std::chrono::nanoseconds byDefault);
    /** Bits a second: "10Mbps", "500kbps". */
    uint64_t dataRate(const std::string& option, uint64_t byDefault);
    uint64_t number(const std::string& option, uint64_t byDefault, uint64_t least, uint64_t most);
    /** 0 to 100. */
    double percent(const std::string& option, double byDefault);
    /** A 64-bit number, decimal or with 0x. */
    std::optional<uint64_t> seed();

    void requireAllTaken() const;

private:
    std::optional<std::string> take(const std::string& option);

    std::string scenario_;
    std::map<std::string, std::string> values_;
    std::map<std::string, std::string> taken_;
};

}
