#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sim {

/** One byte of a packet's UDP payload, and its new value. */
struct Alteration {
    std::size_t offset;
    uint8_t value;
};

/**
 * The words of SCENARIO: a name, then --option=value, or --option for a flag. Each option is taken by whom it concerns; one that nobody took
 * is an error, so that a typing error never passes for a default.
 */
class Options {
public:
    explicit Options(const std::string& words);

    const std::string& scenario() const { return scenario_; }

    /** "15ms", "1.5s", "100us". */
    std::chrono::nanoseconds duration(const std::string& option, std::chrono::nanoseconds byDefault);
    /** One that has to be there. */
    std::chrono::nanoseconds duration(const std::string& option);
    /** Bits a second: "10Mbps", "500kbps". */
    uint64_t dataRate(const std::string& option, uint64_t byDefault);
    uint64_t number(const std::string& option, uint64_t byDefault, uint64_t least, uint64_t most);
    /** 0 to 100. */
    double percent(const std::string& option, double byDefault);
    /** Numbers from 1: "2,3,7"; none by default. */
    std::set<uint64_t> numbers(const std::string& option);
    /** Number from 1, offset and value: "2:17:0xff,5:0:0x40"; none by default. */
    std::map<uint64_t, Alteration> alterations(const std::string& option);
    /** One of these values; by default the first one. */
    std::string oneOf(const std::string& option, const std::vector<std::string>& values);
    /** "--option", or with "=true", "=1", "=false", "=0"; off by default. */
    bool flag(const std::string& option);
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
