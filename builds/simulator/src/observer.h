#pragma once

#include <filesystem>
#include <string>

namespace sim {

/**
 * Joins an endpoint's network namespace in the place of a network between two endpoints: waits until the server there
 * listens and answers, then captures all that the endpoint sends and receives, until a signal comes.
 *
 * @param side which capture it writes: "left" at a client, "right" at a server
 * @param server "host:port" of the server in this namespace; empty to begin at once
 * @param logs where the capture goes
 * @return the exit status
 */
int observe(const std::string& side, const std::string& server, const std::filesystem::path& logs);

}
