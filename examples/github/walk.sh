#!/usr/bin/env bash
# Walks the steps of workflows/interop.yml on this machine, without GitHub: images, two shards, one site. Of the protocol in
# PROTOCOL (quic); takes options of ./interop run, such as --clients quic-go --servers quic-go,kwik --tests handshake,retry
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
work=${WALK:-target/walk}
protocol=${PROTOCOL:-quic}
rm -rf "$work/shards" "$work/site"
mkdir -p "$work/shards"

echo "== plan"
images=$(./interop list --protocol "$protocol" --json)
echo "$images" | jq -r '.[] | "\(.name)  \(.image)"'

echo "== images"
for build in $(echo "$images" | jq -r '[.[] | .build // empty] | unique[]'); do ./interop build "$build"; done

for shard in 1 2; do
  echo "== run, shard $shard/2"
  code=0
  ./interop run --protocol "$protocol" "$@" --shard "$shard/2" --seed 4711 --out "$work/shards/run-$shard" || code=$?
  [ "$code" -le 1 ] || exit "$code"
done

echo "== site"
: > "$work/summary.md"
./interop report --in "$work"/shards/* --out "$work/site" --history "$work/history" --summary "$work/summary.md"
cat "$work/summary.md"
