#pragma once

#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>

namespace sim {

/** What was asked for makes no sense: exit status 2. */
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/** A system call failed where it must not. */
inline std::system_error systemError(const std::string& what) {
    return std::system_error(errno, std::generic_category(), what);
}

}
