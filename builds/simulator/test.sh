#!/bin/bash
# Checks the simulator with real containers in two isolated networks; leaves nothing behind. Arguments: which parts to
# check, scenarios or link (both by default; a minute each).
# Environment: DOCKER (client to use), LANE (networks 193.167.LANE.0/24 and 193.167.(100+LANE).0/24), IMAGE.
set -euo pipefail
cd "$(dirname "$0")"

. test/bed.sh

"$docker" build -q -t "$endpoint" test >/dev/null
network "$name-a-left" "$lane"
network "$name-b-right" "$right"
start_endpoint server "$name-b-right" "$right" 'exec python3 /traffic.py serve'
start_endpoint client "$name-a-left" "$lane" 'exec sleep 300'

no_forwarding=(--sysctl net.ipv4.ip_forward=0 --sysctl net.ipv6.conf.all.forwarding=0)

for part in "${@:-scenarios link}"; do
    for each in $part; do
        . "test/$each.sh"
    done
done

if [ "$failures" -gt 0 ]; then
    echo "$failures checks failed"
    exit 1
fi
echo "all checks passed"
