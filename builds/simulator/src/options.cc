#include "options.h"

#include <charconv>
#include <cmath>
#include <sstream>
#include <string_view>
#include <vector>

#include "errors.h"

namespace sim {
namespace {

struct Unit {
    std::string_view name;
    double factor;
};

[[noreturn]] void reject(const std::string& option, const std::string& value, const std::string& expected) {
    throw UsageError("--" + option + "=" + value + ": expected " + expected);
}

template <typename Number>
std::optional<Number> parse(std::string_view text, int base = 10) {
    Number number{};
    std::from_chars_result result{};
    if constexpr (std::is_floating_point_v<Number>) {
        result = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    } else {
        result = std::from_chars(text.data(), text.data() + text.size(), number, base);
    }
    if (text.empty() || result.ec != std::errc{} || result.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) {
        parts.push_back(part);
    }
    return parts;
}

double quantity(const std::string& option, const std::string& value, const std::vector<Unit>& units,
                const std::string& expected) {
    const auto digits = value.find_first_not_of("0123456789.");
    if (digits != std::string::npos) {
        const auto number = parse<double>(std::string_view(value).substr(0, digits));
        const auto name = std::string_view(value).substr(digits);
        for (const auto& unit : units) {
            // The limit keeps every product within 64 bits.
            if (number && unit.name == name && *number * unit.factor < 1e18) {
                return *number * unit.factor;
            }
        }
    }
    reject(option, value, expected);
}

}

Options::Options(const std::string& words) {
    std::istringstream stream(words);
    if (!(stream >> scenario_)) {
        throw UsageError("SCENARIO is empty; expected a scenario and its options");
    }
    for (std::string word; stream >> word;) {
        const auto equals = word.find('=');
        if (!word.starts_with("--") || equals == 2 || word.size() == 2) {
            throw UsageError("'" + word + "' in SCENARIO: expected --option=value");
        }
        const auto option = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        const auto value = equals == std::string::npos ? "" : word.substr(equals + 1);
        if (!values_.emplace(option, value).second) {
            throw UsageError("--" + option + " is given twice in SCENARIO");
        }
    }
}

std::optional<std::string> Options::take(const std::string& option) {
    auto node = values_.extract(option);
    if (node.empty()) {
        taken_.emplace(option, "");
        return std::nullopt;
    }
    auto value = node.mapped();
    taken_[option] = value;
    return value;
}

std::chrono::nanoseconds Options::duration(const std::string& option, std::chrono::nanoseconds byDefault) {
    static const std::vector<Unit> units{{"ns", 1}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}};
    const auto value = take(option);
    if (!value) {
        return byDefault;
    }
    return std::chrono::nanoseconds(std::llround(quantity(option, *value, units, "a time such as 15ms or 1.5s")));
}

std::chrono::nanoseconds Options::duration(const std::string& option) {
    if (!values_.contains(option)) {
        throw UsageError("scenario " + scenario_ + " needs --" + option);
    }
    return duration(option, std::chrono::nanoseconds(0));
}

uint64_t Options::dataRate(const std::string& option, uint64_t byDefault) {
    static const std::vector<Unit> units{{"bps", 1},    {"kbps", 1e3},  {"Mbps", 1e6},  {"Gbps", 1e9},
                                         {"b/s", 1},    {"kb/s", 1e3},  {"Mb/s", 1e6},  {"Gb/s", 1e9}};
    const auto value = take(option);
    if (!value) {
        return byDefault;
    }
    const auto rate = std::llround(quantity(option, *value, units, "a rate such as 10Mbps or 500kbps"));
    if (rate == 0) {
        reject(option, *value, "more than 0 bit/s");
    }
    return static_cast<uint64_t>(rate);
}

uint64_t Options::number(const std::string& option, uint64_t byDefault, uint64_t least, uint64_t most) {
    const auto value = take(option);
    if (!value) {
        return byDefault;
    }
    const auto number = parse<uint64_t>(*value);
    if (!number || *number < least || *number > most) {
        reject(option, *value, "a number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return *number;
}

double Options::percent(const std::string& option, double byDefault) {
    const auto value = take(option);
    if (!value) {
        return byDefault;
    }
    const auto number = parse<double>(*value);
    if (!number || *number < 0 || *number > 100) {
        reject(option, *value, "a percentage from 0 to 100");
    }
    return *number;
}

std::set<uint64_t> Options::numbers(const std::string& option) {
    std::set<uint64_t> numbers;
    const auto value = take(option);
    for (const auto& item : split(value.value_or(""), ',')) {
        const auto number = parse<uint64_t>(item);
        if (!number || *number == 0) {
            reject(option, *value, "numbers from 1, such as 2,3,7");
        }
        numbers.insert(*number);
    }
    return numbers;
}

std::map<uint64_t, Alteration> Options::alterations(const std::string& option) {
    std::map<uint64_t, Alteration> alterations;
    const auto value = take(option);
    for (const auto& item : split(value.value_or(""), ',')) {
        const auto parts = split(item, ':');
        const auto number = parts.size() == 3 ? parse<uint64_t>(parts[0]) : std::nullopt;
        const auto offset = parts.size() == 3 ? parse<uint16_t>(parts[1]) : std::nullopt;
        const auto byte = parts.size() == 3 && parts[2].starts_with("0x") ? parse<uint8_t>(parts[2].substr(2), 16)
                                                                          : std::nullopt;
        if (!number || *number == 0 || !offset || !byte ||
            !alterations.emplace(*number, Alteration{*offset, *byte}).second) {
            reject(option, *value, "NUMBER:OFFSET:BYTE for each packet once, such as 2:17:0xff,5:0:0x40");
        }
    }
    return alterations;
}

std::string Options::oneOf(const std::string& option, const std::vector<std::string>& values) {
    const auto value = take(option).value_or(values.front());
    std::string known;
    for (const auto& each : values) {
        if (each == value) {
            return value;
        }
        known += (known.empty() ? "" : ", ") + each;
    }
    reject(option, value, "one of " + known);
}

bool Options::flag(const std::string& option) {
    const auto value = take(option);
    if (!value || *value == "false" || *value == "0") {
        return false;
    }
    if (value->empty() || *value == "true" || *value == "1") {
        return true;
    }
    reject(option, *value, "true or false");
}

std::optional<uint64_t> Options::seed() {
    const auto value = take("seed");
    if (!value) {
        return std::nullopt;
    }
    const auto number = value->starts_with("0x") || value->starts_with("0X") ? parse<uint64_t>(value->substr(2), 16)
                                                                             : parse<uint64_t>(*value);
    if (!number) {
        reject("seed", *value, "a 64-bit number, decimal or with 0x");
    }
    return number;
}

void Options::requireAllTaken() const {
    if (values_.empty()) {
        return;
    }
    std::string known;
    for (const auto& [option, value] : taken_) {
        known += (known.empty() ? "--" : ", --") + option;
    }
    throw UsageError("scenario " + scenario_ + " has no option --" + values_.begin()->first + "; it knows " + known);
}

}
