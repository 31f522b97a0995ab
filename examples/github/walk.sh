#!/usr/bin/env bash
# Walks the steps of workflows/interop.yml on this machine, without GitHub: images, two shards a protocol, one site. Of the
# protocols in PROTOCOLS ("quic webtransport moqt"); takes options of ./interop run that go with each of them, such as
# --tests handshake,retry for quic alone
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
work=${WALK:-target/walk}
read -ra protocols <<<"${PROTOCOLS:-quic webtransport moqt}"
rm -rf "$work/shards" "$work/site"
mkdir -p "$work/shards"

echo "== plan"
images=$(for protocol in "${protocols[@]}"; do ./interop list --protocol "$protocol" --json; done | jq -s 'add | unique')
echo "$images" | jq -r '.[] | "\(.name)  \(.image)"'

echo "== images"
for build in $(echo "$images" | jq -r '[.[] | .build // empty] | unique[]'); do ./interop build "$build"; done

for protocol in "${protocols[@]}"; do
  for shard in 1 2; do
    echo "== run, $protocol, shard $shard/2"
    code=0
    ./interop run --protocol "$protocol" "$@" --shard "$shard/2" --seed 4711 --out "$work/shards/run-$protocol-$shard" \
      || code=$?
    [ "$code" -le 1 ] || exit "$code"
  done
done

echo "== site"
: > "$work/summary.md"
./interop report --in "$work"/shards/* --out "$work/site" --history "$work/history" --summary "$work/summary.md"
cat "$work/summary.md"
