#include "kernel.h"

#include <linux/fib_rules.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <array>
#include <cstring>
#include <fstream>
#include <vector>

#include "errors.h"
#include "file_descriptor.h"

namespace sim {
namespace {

constexpr uint32_t firstRule = 1;
constexpr uint64_t neighbourRetryMs = 20;

/** A netlink request that is put together piece by piece. */
class Request {
public:
    template <typename Header>
    Request(uint16_t type, uint16_t flags, const Header& header) {
        nlmsghdr message{};
        message.nlmsg_type = type;
        message.nlmsg_flags = static_cast<uint16_t>(NLM_F_REQUEST | NLM_F_ACK | flags);
        append(&message, sizeof message);
        append(&header, sizeof header);
    }

    Request& add(uint16_t attribute, const void* data, std::size_t size) {
        const rtattr header{static_cast<uint16_t>(RTA_LENGTH(size)), attribute};
        append(&header, sizeof header);
        append(data, size);
        return *this;
    }
    template <typename Value>
    Request& add(uint16_t attribute, const Value& value) {
        return add(attribute, &value, sizeof value);
    }
    Request& add(uint16_t attribute, const std::string& text) {
        return add(attribute, text.c_str(), text.size() + 1);
    }
    /** Everything added after this belongs to the attribute. */
    Request& nest(uint16_t attribute) {
        nested_ = bytes_.size();
        return add(attribute, nullptr, 0);
    }

    /** Whether the kernel did it; errno says why not. */
    bool send() {
        if (nested_ != 0) {
            at<rtattr>(nested_)->rta_len = static_cast<uint16_t>(bytes_.size() - nested_);
        }
        at<nlmsghdr>(0)->nlmsg_len = static_cast<uint32_t>(bytes_.size());
        const FileDescriptor netlink(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE), "netlink socket");
        struct {
            nlmsghdr header;
            nlmsgerr error;
            std::array<char, 512> request;
        } answer{};
        if (::send(netlink.get(), bytes_.data(), bytes_.size(), 0) < 0 ||
            recv(netlink.get(), &answer, sizeof answer, 0) < 0) {
            return false;
        }
        errno = -answer.error.error;
        return answer.error.error == 0;
    }

private:
    template <typename Header>
    Header* at(std::size_t offset) {
        return reinterpret_cast<Header*>(bytes_.data() + offset);
    }

    void append(const void* data, std::size_t size) {
        const auto* first = static_cast<const uint8_t*>(data);
        bytes_.insert(bytes_.end(), first, first + size);
        bytes_.resize(NLMSG_ALIGN(bytes_.size()));
    }

    std::vector<uint8_t> bytes_;
    std::size_t nested_ = 0;
};

/** Local addresses are looked up before any rule, so this meets only packets for somewhere else. */
bool dropTransit(const Side& side, uint8_t family) {
    fib_rule_hdr rule{};
    rule.family = family;
    rule.action = FR_ACT_BLACKHOLE;
    return Request(RTM_NEWRULE, NLM_F_CREATE | NLM_F_EXCL, rule)
               .add(FRA_PRIORITY, firstRule)
               .add(FRA_IIFNAME, side.interface)
               .send() ||
           errno == EEXIST;
}

void skipUniquenessTest(const Side& side) {
    if (!side.linkLocal6) {
        return;
    }
    ifaddrmsg message{};
    message.ifa_family = AF_INET6;
    message.ifa_prefixlen = 64;
    message.ifa_flags = IFA_F_NODAD | IFA_F_PERMANENT;
    message.ifa_scope = RT_SCOPE_LINK;
    message.ifa_index = side.index;
    Request(RTM_DELADDR, 0, message).add(IFA_LOCAL, side.linkLocal6->v6()).send();
    Request(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, message).add(IFA_LOCAL, side.linkLocal6->v6()).send();
}

bool forwards(const std::string& family) {
    std::ifstream file("/proc/sys/net/" + family + "/conf/all/forwarding");
    char value = '0';
    file >> value;
    return value != '0';
}

}

void keepKernelFromForwarding(const Sides& sides) {
    struct Family {
        uint8_t number;
        const char* name;
    };
    for (const auto& family : {Family{AF_INET, "ipv4"}, Family{AF_INET6, "ipv6"}}) {
        if (dropTransit(sides.left, family.number) && dropTransit(sides.right, family.number)) {
            continue;
        }
        const std::string reason = std::strerror(errno);
        if (forwards(family.name)) {
            throw std::runtime_error(std::string("the kernel forwards ") + family.name + " past the simulation and " +
                                     "cannot be kept from it (" + reason +
                                     "); start the container with --cap-add NET_ADMIN, --sysctl net.ipv4.ip_forward=0 "
                                     "and --sysctl net.ipv6.conf.all.forwarding=0");
        }
    }
}

void resolveNeighboursQuickly(const Sides& sides) {
    // Without any of this only the start is slower, so a refusal is no error.
    for (const auto* side : {&sides.left, &sides.right}) {
        skipUniquenessTest(*side);
        for (const auto* table : {"arp_cache", "ndisc_cache"}) {
            Request(RTM_SETNEIGHTBL, 0, ndtmsg{})
                .add(NDTA_NAME, std::string(table))
                .nest(NDTA_PARMS)
                .add(NDTPA_IFINDEX, static_cast<uint32_t>(side->index))
                .add(NDTPA_RETRANS_TIME, neighbourRetryMs)
                .send();
        }
    }
}

}
