#!/bin/sh
# Makes a minimal Debian image: ./make.sh [SUITE [IMAGE]]
# A registry is asked first; where none answers, the image is made from Debian's packages.
# Environment: DOCKER (client to use), MIRROR (Debian mirror; by default the one that this host has Debian from).
set -eu

host_mirror() {
    grep -rhoE 'https?://[^ ]+/debian/?' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null |
        grep -v snapshot | sed 's,/$,,' | head -n 1
}

suite=${1:-trixie}
image=${2:-localhost/interop/debian:$suite}
docker=${DOCKER:-docker}
mirror=${MIRROR:-$(host_mirror)}
answer_limit_s=5
pull_limit_s=120

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

fail() {
    echo "debian: $*" >&2
    exit 1
}

# A registry that is not there mostly says so at once, but a network that swallows packets never does:
# the first line of the answer has to come soon, the layers may take their time.
pull() {
    timeout "$pull_limit_s" "$docker" pull "debian:$suite-slim" >"$scratch/pull" 2>&1 &
    pull_pid=$!
    waited=0
    while kill -0 "$pull_pid" 2>/dev/null && [ "$waited" -lt "$((answer_limit_s * 10))" ]; do
        if grep -qi 'pulling from' "$scratch/pull"; then
            break
        fi
        sleep 0.1
        waited=$((waited + 1))
    done
    if ! grep -qi 'pulling from' "$scratch/pull"; then
        kill "$pull_pid" 2>/dev/null || true
    fi
    wait "$pull_pid" && "$docker" tag "debian:$suite-slim" "$image"
}

sources() {
    echo "deb $mirror $suite main"
    case $suite in
        sid | unstable | experimental) ;;
        *)
            echo "deb $mirror $suite-updates main"
            echo "deb ${mirror%/debian}/debian-security $suite-security main"
            ;;
    esac
}

install_mmdebstrap() {
    [ -n "$mirror" ] || fail "no registry answers and this host has no Debian mirror; say MIRROR=URL"
    [ "$(id -u)" = 0 ] || fail "no registry answers and making the image needs root; run as root or pull debian:$suite-slim and tag it $image"
    command -v mmdebstrap >/dev/null && [ -d /usr/share/keyrings ] && [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] && return
    command -v apt-get >/dev/null || fail "mmdebstrap and debian-archive-keyring are missing; install them or make a registry reachable"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends mmdebstrap debian-archive-keyring \
        >"$scratch/apt" 2>&1 || fail "cannot install mmdebstrap: $(tail -n 1 "$scratch/apt")"
}

# The same contents as the public slim image: no documentation, no translations, apt that keeps no archives.
bootstrap() {
    set -- --aptopt='Acquire::Languages "none"' --aptopt='APT::Install-Recommends "false"' \
        --aptopt='Acquire::GzipIndexes "true"' --aptopt='Dir::Cache::pkgcache ""' --aptopt='Dir::Cache::srcpkgcache ""'
    case $suite in
        # The index of unstable on a slow mirror is often past its date.
        sid | unstable | experimental) set -- "$@" --aptopt='Acquire::Check-Valid-Until "false"' ;;
    esac
    sources | mmdebstrap --quiet --variant=minbase "$@" \
        --keyring=/usr/share/keyrings/debian-archive-keyring.gpg \
        --dpkgopt='force-unsafe-io' \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/lintian/*' \
        --customize-hook='printf "#!/bin/sh\nexit 101\n" >"$1/usr/sbin/policy-rc.d" && chmod 755 "$1/usr/sbin/policy-rc.d"' \
        --customize-hook='printf "%s\n" "DPkg::Post-Invoke { \"rm -f /var/cache/apt/archives/*.deb\"; };" >"$1/etc/apt/apt.conf.d/docker-clean"' \
        --customize-hook='rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/debconf/*-old "$1"/var/log/*.log "$1"/var/log/apt/*' \
        --customize-hook='rm -f "$1/etc/hostname" "$1/etc/resolv.conf"' \
        "$suite" "$scratch/root.tar" - 2>"$scratch/mmdebstrap" || {
        cat "$scratch/mmdebstrap" >&2
        fail "mmdebstrap of $suite failed (mirror $mirror)"
    }
    "$docker" import -c 'CMD ["bash"]' "$scratch/root.tar" "$image" >/dev/null
}

if pull; then
    echo "debian: $image pulled"
else
    install_mmdebstrap
    bootstrap
    echo "debian: $image made from the packages of $suite"
fi
