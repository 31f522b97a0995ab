#!/usr/bin/env bash
# Kills runs with kill -9 at random moments and counts what is left behind. In every second run the watchdog is killed
# before the run itself, so that only the next run can clean up. The images of quic-go have to be built.
#   examples/kills.sh [KILLS] [SEED]       default: 25, a random seed; 0 if nothing is left and all finished results stay
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
readonly KILLS=${1:-25} SEED=${2:-$RANDOM}
# What removes things may need seconds each where the machine is busy.
readonly PATIENCE_SECONDS=${PATIENCE_SECONDS:-30} LONGEST_LIFE_MS=${LONGEST_LIFE_MS:-15000}
RANDOM=$SEED
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

left() { # PID → how many containers, networks and volumes of that run there are
  local all
  all=$(docker ps -aq --filter "label=dev.interop.pid=$1"; docker network ls -q --filter "label=dev.interop.pid=$1"
        docker volume ls -q --filter "label=dev.interop.pid=$1")
  wc -w <<<"$all"
}

gone() { # PID → whether nothing is left within the patience
  local waited
  for ((waited = 0; waited <= PATIENCE_SECONDS; waited++)); do
    [ "$(left "$1")" != 0 ] || return 0
    sleep 1
  done
  return 1
}

results() { # FOLDER → the finished cells: those that were shown, and those that can be read
  local shown read=0
  shown=$(grep -c '^\[ *[0-9]*/[0-9]*\] succeeded' "$1.log" || true)
  [ ! -e "$1/cells.jsonl" ] || read=$(python3 -c '
import json, sys
lines = open(sys.argv[1], "rb").read().split(b"\n")[:-1]
print(sum(json.loads(line)["outcome"] == "succeeded" for line in lines))' "$1/cells.jsonl")
  echo "$shown $read"
}

run() { # FOLDER ARGUMENT…
  local folder=$1; shift
  exec ./interop run --no-build --clients quic-go --servers quic-go --out "$folder" "$@" >"$folder.log" 2>&1 </dev/null
}

./interop --version >/dev/null
wrong=0 cells=0 swept=0 most=0
for ((kill = 1; kill <= KILLS; kill++)); do
  folder=$out/$kill
  (run "$folder") &
  pid=$!
  sleep "$((RANDOM % (LONGEST_LIFE_MS / 1000))).$((RANDOM % 10))"
  # Each client of the engine has a watchdog of its own.
  mapfile -t dogs < <(pgrep -P "$pid" -f 'cleanup[.]Watchdog' || true)
  first=run
  if ((kill % 2 == 0)) && [ ${#dogs[@]} -gt 0 ]; then
    first=watchdog
    kill -9 "${dogs[@]}" || true
  fi
  kill -9 "$pid" 2>/dev/null || first='nothing: it had ended'
  wait "$pid" 2>/dev/null || true
  there=$(left "$pid")
  ((there <= most)) || most=$there
  if [ "$first" = watchdog ]; then
    # The next run sweeps at its start.
    (run "$folder-next" --tests handshake) || { echo "kill $kill: the next run failed"; tail -n 3 "$folder-next.log"; wrong=$((wrong + 1)); }
    swept=$((swept + 1))
  fi
  gone "$pid" || { echo "kill $kill: $(left "$pid") things are left of run $pid"; wrong=$((wrong + 1)); }
  if [ "$first" = run ]; then
    for dog in "${dogs[@]}"; do
      for ((waited = 0; waited < PATIENCE_SECONDS; waited++)); do kill -0 "$dog" 2>/dev/null || break; sleep 1; done
      ! kill -0 "$dog" 2>/dev/null || { echo "kill $kill: a watchdog still runs"; wrong=$((wrong + 1)); }
    done
  fi
  read -r shown read <<<"$(results "$folder")"
  ((read >= shown)) || { echo "kill $kill: $shown results were shown, $read can be read"; wrong=$((wrong + 1)); }
  cells=$((cells + shown))
  echo "kill $kill: $first; $there things were there, $shown results"
done
(run "$out/last" --tests handshake) || { echo 'the last run failed'; wrong=$((wrong + 1)); }
echo "$KILLS kills with seed $SEED: at most $most things at once, $swept times the next run had to clean up, $cells results kept, $wrong wrong"
[ "$wrong" = 0 ]
