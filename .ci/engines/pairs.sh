#!/usr/bin/env bash
# Runs the default matrix of one pair and a MoQT pair on each release of Docker Engine that Debian brings, with the second
# engine of engine.sh, and provokes what doctor has to find:
#   .ci/engines/pairs.sh [SUITE…]      default: host trixie sid; 0 if all is green
set -euo pipefail
readonly HERE=$(cd "$(dirname "$0")" && pwd)
readonly ROOT=$HERE/../..
readonly IMAGES=(localhost/interop/{endpoint,simulator,tshark,quic-go,aiomoqt}:local)

if [ "${1:-}" != --inside ]; then
    [ $# -gt 0 ] || set -- host trixie sid
    for suite in "$@"; do
        "$HERE/engine.sh" "$suite" "${IMAGES[@]}" -- "$0" --inside
    done
    exit
fi

readonly OUT=$(mktemp -d)
trap 'rm -rf "$OUT"' EXIT
cd "$ROOT"
echo "net.bridge.bridge-nf-call-iptables = $(nsenter -t "$ENGINE_PID" -n cat /proc/sys/net/bridge/bridge-nf-call-iptables)"
./interop doctor
./interop run --no-build --clients quic-go --servers quic-go --out "$OUT/quic"
./interop run --no-build --protocol moqt --clients aiomoqt --servers aiomoqt --place docker --out "$OUT/moqt"

# A packet filter that drops what bridges pass on.
nsenter -t "$ENGINE_PID" -n iptables -t mangle -I FORWARD -i 'ilane+' -j DROP
if ./interop doctor >"$OUT/doctor"; then
    echo 'FAILED: doctor does not see that no packet arrives'
    exit 1
fi
grep -A 1 'packets in a lane' "$OUT/doctor" | grep -B 1 bridge-nf-call-iptables=0
[ -z "$(docker ps -aq)$(docker network ls -q --filter label=dev.interop.session)" ] || { echo 'FAILED: something is left'; exit 1; }
