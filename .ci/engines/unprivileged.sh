#!/usr/bin/env bash
# Runs cells on a second engine (engine.sh) whose containers have no privileges on the machine:
#   .ci/engines/unprivileged.sh SUITE remapped   the engine maps the users of containers to others
#   .ci/engines/unprivileged.sh SUITE rootless   the engine itself runs as a user without privileges
# 0 if the cells succeed, and the run's first lines and doctor say what such an engine lacks, and nothing else.
set -euo pipefail
readonly HERE=$(cd "$(dirname "$0")" && pwd)
readonly ROOT=$HERE/../..
readonly IMAGES=(localhost/interop/{endpoint,simulator,tshark,quic-go}:local)

if [ "${1:-}" != --inside ]; then
    case ${2:-} in
        remapped) export INTEROP_ENGINE_REMAP=1 ;;
        rootless) export INTEROP_ENGINE_ROOTLESS=1 ;;
        *) echo 'usage: unprivileged.sh host|trixie|sid remapped|rootless' >&2; exit 2 ;;
    esac
    exec "$HERE/engine.sh" "$1" "${IMAGES[@]}" -- "$0" --inside "$2"
fi

folder=$(mktemp -d /var/tmp/interop-unprivileged-XXXXXX)
trap 'rm -rf "$folder"' EXIT
wrong=0
expect() { # WHAT COMMAND…
    local what=$1
    shift
    if "$@"; then echo "ok: $what"; else echo "FAILED: $what"; wrong=1; fi
}

option=$2
[ "$option" = rootless ] || option=userns
docker info --format '{{.SecurityOptions}}' | grep -q "$option" || { echo "the engine is not $2" >&2; exit 3; }
"$ROOT/interop" run --clients quic-go --servers quic-go --tests handshake,retry --lanes 2 --no-build --out "$folder/run" \
    >"$folder/log" 2>&1 </dev/null || cat "$folder/log"
"$ROOT/interop" doctor >"$folder/doctor" 2>&1 || true
cells=$(cat "$folder/run/cells.jsonl" 2>/dev/null || true)
limited=$(docker info --format '{{.CPUCfsQuota}}')
expect 'both cells succeeded' test "$(grep -c '"outcome":"succeeded"' <<<"$cells")" = 2
expect 'the lanes are closed' sh -c '! grep -q "not closed" "$1"' - "$folder/log"
if [ "$2" = rootless ]; then
    # Such an engine cannot show a container the processes of the machine.
    expect 'the run says that waits are not measured' grep -q 'wait for a processor cannot be measured' "$folder/log"
else
    expect 'waits for processors are measured' grep -q '"worstMillis"' <<<"$cells"
fi
expect 'doctor says that the lanes are closed' grep -q 'closed towards the machine' "$folder/doctor"
if [ "$limited" = true ]; then
    expect 'nothing is said of missing limits' sh -c '! grep -q "does not limit" "$1"' - "$folder/log"
else
    expect 'the first lines say which limits are missing' grep -q 'does not limit the .*processors' "$folder/log"
    expect 'doctor says which limits are missing' grep -q 'not enforced: .*processors' "$folder/doctor"
fi
sed -n '/Note\|Plan/,/^$/p' "$folder/log" | head -n 16
grep -i 'lane\|way out\|limits' "$folder/doctor" | head -n 5 || true
exit "$wrong"
