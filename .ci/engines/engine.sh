#!/usr/bin/env bash
# Runs a command against a second Docker Engine beside the machine's own:
#   .ci/engines/engine.sh SUITE IMAGE… -- COMMAND [ARGUMENT…]
# SUITE is host (the machine's own dockerd) or the Debian suite whose packages bring it: trixie (26.1), sid (28.5).
# The images are handed over from the machine's engine. The engine has a network namespace of its own. A pair of virtual
# interfaces leads to another one, which stands for the outside world: the documentation addresses (RFC 5737, RFC 3849) and
# nothing else. So nothing can leave the machine, even where the product fails. The command runs in the machine's own
# namespaces, with DOCKER_HOST, ENGINE_PID and OUTSIDE_PID (processes in the two namespaces, for nsenter). Needs root.
# INTEROP_ENGINE_DISK=3G gives the engine a disk of its own of that size, in a file; INTEROP_ENGINE_REMAP=1 lets it remap users;
# INTEROP_ENGINE_ROOTLESS=1 runs it as a user without privileges, by RootlessKit.
set -euo pipefail
# Else a suite that cannot be fetched counts as fetched, and the machine's own engine is tried in its place.
shopt -s inherit_errexit
readonly CACHE=${INTEROP_ENGINES:-${XDG_CACHE_HOME:-$HOME/.cache}/interop/engines}
readonly READY_SECONDS=60

fail() { echo "engine.sh: $*" >&2; exit 3; }

# Fetches Docker's packages of a suite into a folder and says where its programs are. The host's runc is used: newer ones
# need a newer libc.
programs_of() {
    local suite=$1 folder=$CACHE/$1 mirror
    if [ ! -e "$folder/complete" ]; then
        rm -rf "$folder"
        mkdir -p "$folder"/{lists/partial,cache/archives/partial,debs,root}
        mirror=$(grep -rhoE 'https?://[^ ]+/debian/?' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | grep -v snapshot |
            sed 's,/$,,' | head -n 1 || true)
        [ -n "$mirror" ] || fail 'this machine has no Debian mirror'
        echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$folder/sources.list"
        local apt=(apt-get -qq -o "Dir::Etc::sourcelist=$folder/sources.list" -o Dir::Etc::sourceparts=- -o APT::Sandbox::User=root
            -o "Dir::State::lists=$folder/lists" -o "Dir::Cache=$folder/cache" -o Acquire::Check-Valid-Until=false
            -o Acquire::Languages=none)
        "${apt[@]}" update >&2
        (cd "$folder/debs" && "${apt[@]}" download docker.io docker-cli containerd >&2)
        local deb
        for deb in "$folder"/debs/*.deb; do dpkg -x "$deb" "$folder/root"; done
        rm -rf "$folder"/{lists,cache,debs}
        touch "$folder/complete"
    fi
    echo "$folder/root/usr/sbin:$folder/root/usr/bin"
}

# Fetches what an engine of a user needs beside dockerd, in the release of this machine, and says where its programs are.
rootless_programs() {
    local folder=$CACHE/rootless
    if [ ! -e "$folder/complete" ]; then
        rm -rf "$folder"
        mkdir -p "$folder"/{debs,root}
        (cd "$folder/debs" && apt-get -qq -o APT::Sandbox::User=root download rootlesskit slirp4netns uidmap libslirp0 >&2)
        local deb
        for deb in "$folder"/debs/*.deb; do dpkg -x "$deb" "$folder/root"; done
        rm -rf "$folder/debs"
        touch "$folder/complete"
    fi
    echo "$folder/root/usr/bin"
}

# Maps the users of containers to others of the machine.
map_users() {
    # These reach their files through this folder.
    chmod 711 "$folder"
    printf '%s:300000:65536\n' nobody nogroup >"$folder/ids"
    for file in subuid subgid; do mount --bind "$folder/ids" "/etc/$file"; done
}

# Goes on as a user without privileges, in namespaces of that user. Those have a way out into the engine's own.
run_rootless() {
    map_users
    # The user cannot look into root's folders.
    mkdir "$folder"/{packages,home}
    mount --bind "$CACHE" "$folder/packages"
    mknod -m 666 "$folder/tun" c 10 200
    mount --bind "$folder/tun" /dev/net/tun
    chown nobody:nogroup "$folder" "$folder/home"
    export HOME=$folder/home XDG_RUNTIME_DIR=$folder/home PATH=${PATH//$CACHE/$folder/packages}
    export LD_LIBRARY_PATH=$folder/packages/rootless/root/usr/lib/x86_64-linux-gnu
    # shellcheck disable=SC2016
    exec setpriv --reuid nobody --regid nogroup --clear-groups rootlesskit --net=slirp4netns --mtu=1500 --port-driver=none \
        --disable-host-loopback --copy-up=/etc --copy-up=/run --propagation=rslave \
        sh -c 'rm -f /run/docker /run/containerd /run/xtables.lock; exec dockerd "$@"' - \
        --host "unix://$folder/docker.sock" --data-root "$folder/home/data" --exec-root "$folder/home/exec" \
        --pidfile "$folder/home/docker.pid" --storage-driver overlay2
}

# Within the engine's namespaces: its end of the wire, then dockerd.
if [ "${1:-}" = --inside ]; then
    folder=$2 outside=$3
    ip link set lo up
    ip link add out0 type veth peer name world netns "$outside"
    ip address add 192.0.2.2/24 dev out0
    ip -6 address add 2001:db8:1::2/64 dev out0 nodad
    ip link set out0 up
    # /sys shows the network namespace in which it was mounted.
    mkdir "$folder/cgroup"
    mount --rbind /sys/fs/cgroup "$folder/cgroup"
    mount -t sysfs sysfs /sys
    mount --rbind "$folder/cgroup" /sys/fs/cgroup
    # Else dockerd uses the containerd of the machine's engine.
    mkdir -p /run/containerd
    mount -t tmpfs tmpfs /run/containerd
    nsenter -t "$outside" -n ip link set lo up
    for address in 192.0.2.1/24 198.51.100.1/32 198.51.100.2/32 203.0.113.9/32; do
        nsenter -t "$outside" -n ip address add "$address" dev world
    done
    for address in 2001:db8:1::1/64 2001:db8:1::9/64 2001:db8:ffff::9/128; do
        nsenter -t "$outside" -n ip -6 address add "$address" dev world nodad
    done
    nsenter -t "$outside" -n ip link set world up
    # What leaves must find a way back, so that it is seen.
    nsenter -t "$outside" -n ip route add default via 192.0.2.2
    nsenter -t "$outside" -n ip -6 route add default via 2001:db8:1::2
    ip route add default via 192.0.2.1
    ip -6 route add default via 2001:db8:1::1
    echo 1 >/proc/sys/net/ipv4/ip_forward
    if [ -n "${INTEROP_ENGINE_DISK:-}" ]; then
        truncate -s "$INTEROP_ENGINE_DISK" "$folder/disk"
        mkfs.ext4 -q -F "$folder/disk"
        mkdir "$folder/data"
        mount -o loop "$folder/disk" "$folder/data"
    fi
    remap=()
    if [ -n "${INTEROP_ENGINE_REMAP:-}" ]; then
        map_users
        remap=(--userns-remap nobody:nogroup)
    fi
    [ -z "${INTEROP_ENGINE_ROOTLESS:-}" ] || run_rootless
    exec dockerd "${remap[@]}" --host "unix://$folder/docker.sock" --data-root "$folder/data" --exec-root "$folder/exec" \
        --pidfile "$folder/docker.pid" --cgroup-parent "/${folder##*/}" --storage-driver overlay2
fi

[ "$(id -u)" = 0 ] || fail 'run it as root'
[ $# -ge 3 ] || fail 'usage: engine.sh host|trixie|sid IMAGE… -- COMMAND [ARGUMENT…]'
suite=$1
shift
images=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
    images+=("$1")
    shift
done
shift
path=
[ "$suite" = host ] || path=$(programs_of "$suite"):
[ -z "${INTEROP_ENGINE_ROOTLESS:-}" ] || path=$(rootless_programs):$path

folder=$(mktemp -d /tmp/interop-engine-XXXXXX)
outside= engine=
finish() {
    [ -z "$engine" ] || { kill "$engine" 2>/dev/null && wait "$engine" || true; }
    [ -z "$outside" ] || { kill "$outside" 2>/dev/null && wait "$outside" || true; }
    find /sys/fs/cgroup -mindepth 2 -depth -type d -path "*/${folder##*/}*" -exec rmdir {} + 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

unshare --net sleep infinity &
outside=$!
until [ "$(readlink "/proc/$outside/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.05; done
PATH=$path$PATH unshare --net --mount --propagation private bash "$0" --inside "$folder" "$outside" \
    >"$folder/log" 2>&1 &
engine=$!
for ((waited = 0; waited < READY_SECONDS * 10; waited++)); do
    DOCKER_HOST=unix://$folder/docker.sock docker version >/dev/null 2>&1 && break
    kill -0 "$engine" 2>/dev/null || { tail -n 5 "$folder/log" >&2; fail 'dockerd ended'; }
    sleep 0.1
done
export DOCKER_HOST=unix://$folder/docker.sock ENGINE_PID=$engine OUTSIDE_PID=$outside
version=$(docker version --format '{{.Server.Version}}') || { tail -n 5 "$folder/log" >&2; fail 'dockerd does not answer'; }
echo "engine.sh: Docker Engine $version of $suite" >&2
[ ${#images[@]} -eq 0 ] || env -u DOCKER_HOST docker save "${images[@]}" | docker load >/dev/null
"$@"
