#include "nat.h"

namespace sim {
namespace {

/** Far more than honest clients need; a hostile one costs a few megabytes. */
constexpr std::size_t mostBindings = 10'000;
constexpr uint16_t firstPort = 1024;
/** Hosts of the left network that are nobody's: those of the network, the endpoints and their guests are lower, or 254. */
constexpr uint8_t firstHost = 128;
constexpr uint8_t lastHost = 253;

}

void Nat::advance(std::chrono::nanoseconds time) {
    if (time < times_.first) {
        return;
    }
    const auto interval = times_.interval.count();
    const auto due = 1 + (interval == 0 ? 0 : static_cast<uint64_t>((time - times_.first).count() / interval));
    for (; done_ < due; ++done_) {
        rebind();
    }
}

void Nat::rebind() {
    if (newAddress_) {
        host_ = otherHost();
    }
    byPublic_.clear();
    for (std::size_t i = 0; i < bindings_.size(); ++i) {
        auto& binding = bindings_[i];
        const auto address = publicAddress(binding.private_.address);
        const auto before = binding.public_.port;
        do {
            binding.public_ = {address, freePort(address)};
        } while (binding.public_.port == before);
        byPublic_[binding.public_] = i;
    }
}

uint16_t Nat::freePort(const Address& address) {
    while (true) {
        const auto port = static_cast<uint16_t>(firstPort + random_.below(UINT16_MAX - firstPort + 1U));
        if (!byPublic_.contains({address, port})) {
            return port;
        }
    }
}

Address Nat::publicAddress(const Address& private_) const {
    return host_ == 0 ? private_ : private_.withHost(host_);
}

uint8_t Nat::otherHost() {
    while (true) {
        const auto host = static_cast<uint8_t>(firstHost + random_.below(lastHost - firstHost + 1U));
        if (host != host_) {
            return host;
        }
    }
}

std::optional<Nat::Outbound> Nat::outbound(const Endpoint& private_) {
    auto known = byPrivate_.find(private_);
    if (known == byPrivate_.end()) {
        if (bindings_.size() == mostBindings) {
            return std::nullopt;
        }
        Endpoint public_{publicAddress(private_.address), private_.port};
        if (byPublic_.contains(public_)) {
            public_.port = freePort(public_.address);
        }
        bindings_.push_back({private_, public_, private_});
        byPublic_[public_] = bindings_.size() - 1;
        known = byPrivate_.emplace(private_, bindings_.size() - 1).first;
    }
    auto& binding = bindings_[known->second];
    Outbound result{binding.public_, std::nullopt};
    if (binding.used != binding.public_) {
        result.before = binding.used;
        binding.used = binding.public_;
    }
    return result;
}

std::optional<Endpoint> Nat::inbound(const Endpoint& public_) const {
    const auto found = byPublic_.find(public_);
    return found == byPublic_.end() ? std::nullopt : std::optional(bindings_[found->second].private_);
}

}
