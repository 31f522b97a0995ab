#pragma once

namespace sim {

/** The client is on the left, the server on the right. */
enum class Direction { toClient, toServer };

constexpr const char* name(Direction direction) {
    return direction == Direction::toClient ? "to_client" : "to_server";
}

}
