#!/bin/bash
# Checks the simulator with real containers in two isolated networks; leaves nothing behind. Arguments: which parts to
# check, names of files in test/ (by default all).
# Environment: DOCKER (client to use), LANE (networks 193.167.LANE.0/24 and 193.167.(100+LANE).0/24), IMAGE.
set -euo pipefail
cd "$(dirname "$0")"

. test/bed.sh

[ $# -gt 0 ] || set -- link loss corruption lists blackholes rebinding observing errors
network "$name-a-left" "$lane"
network "$name-b-right" "$right"
start_endpoint server "$name-b-right" "$right" 'exec python3 /traffic.py serve'
start_endpoint client "$name-a-left" "$lane" 'exec sleep 600'

for part; do
    began=$SECONDS
    . "test/$part.sh"
    echo "        $part: $((SECONDS - began)) s"
done

if [ "$failures" -gt 0 ]; then
    echo "$failures checks failed"
    exit 1
fi
echo "all checks passed"
