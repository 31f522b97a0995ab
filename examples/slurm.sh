#!/usr/bin/env bash
# Runs examples/slurm/matrix.sbatch on a Slurm cluster of this machine's own, and compares the shards with one run:
#   examples/slurm.sh [OPTION…]      options of ./interop run; default: quic-go with itself, in one lane
# The cluster is a controller and two nodes (slurmd), which listen on 127.0.0.1 and end with the script. Its programs are
# Debian's; they are fetched and unpacked into a folder, and nothing is installed. Needs root, Docker Engine and the images.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
readonly CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/interop/slurm SEED=7 SHARDS=4 NODES=2 PORT=26817 WAIT_SECONDS=900
[ $# -gt 0 ] || set -- --clients quic-go --servers quic-go --lanes 1
work=$(mktemp -d)
started=()

fail() { printf 'FAILED  %s\n' "$1" >&2; tail -n 30 "$work"/*.log "$work"/*.out 2>/dev/null >&2; exit 1; }

end() {
  local pid
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap end EXIT

fetch() {
  [ ! -e "$CACHE/complete" ] || return 0
  rm -rf "$CACHE"
  mkdir -p "$CACHE"/{debs,root}
  (cd "$CACHE/debs" && apt-get -qq -o APT::Sandbox::User=root download slurmd slurmctld slurm-client \
    slurm-wlm-basic-plugins libhwloc15 libnuma1 libmunge2 >&2)
  local deb
  for deb in "$CACHE"/debs/*.deb; do dpkg -x "$deb" "$CACHE/root"; done
  rm -rf "$CACHE/debs"
  touch "$CACHE/complete"
}

begin() { # NAME PROGRAM ARGUMENT…
  local log=$work/$1.log
  shift
  "$@" >"$log" 2>&1 </dev/null &
  started+=($!)
}

fetch
libraries=$(find "$CACHE/root/usr/lib" -maxdepth 1 -name '*-linux-gnu')
plugins=$libraries/slurm-wlm
host=$(hostname)
mkdir -p "$work/state"
cat >"$work/slurm.conf" <<CONF
ClusterName=example
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$PORT
SlurmUser=root
SlurmdUser=root
AuthType=auth/none
CredType=cred/none
PluginDir=$plugins
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool.%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.%n.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/linear
ReturnToService=2
NodeName=node[1-$NODES] NodeHostname=$host NodeAddr=127.0.0.1 Port=[$((PORT + 1))-$((PORT + NODES))] CPUs=1
PartitionName=all Nodes=ALL Default=YES State=UP MaxTime=INFINITE
CONF
readonly own_path=$PATH
export SLURM_CONF=$work/slurm.conf LD_LIBRARY_PATH=$libraries:$plugins PATH=$CACHE/root/usr/bin:$PATH
sbin=$CACHE/root/usr/sbin
begin slurmctld "$sbin/slurmctld-wlm" -D -f "$SLURM_CONF"
for ((node = 1; node <= NODES; node++)); do
  mkdir -p "$work/spool.node$node"
  begin "node$node" "$sbin/slurmd-wlm" -D -f "$SLURM_CONF" -N "node$node" -d "$sbin/slurmstepd-wlm"
done
for ((waited = 0; ; waited++)); do
  [ "$(sinfo -h -t idle -o %D 2>/dev/null || true)" != "$NODES" ] || break
  [ "$waited" -lt 60 ] || fail 'the nodes do not come up'
  sleep 1
done
printf 'ok      %s nodes are up\n' "$NODES"

out=$work/results
job=$(sbatch --parsable --array=1-$SHARDS --output="$work/shard-%a.out" --export="HOME=$HOME,PATH=$own_path" \
  examples/slurm/matrix.sbatch "$out" "$SEED" --no-build "$@") || fail 'the job is refused'
for ((waited = 0; ; waited++)); do
  [ -n "$(squeue -h -j "$job" 2>/dev/null || true)" ] || break
  [ "$waited" -lt "$WAIT_SECONDS" ] || fail 'the job does not end'
  sleep 1
done
for ((shard = 1; shard <= SHARDS; shard++)); do
  [ -s "$out/shard-$shard/cells.jsonl" ] || fail "shard $shard has no results"
  printf 'ok      shard %s ran on %s: %s\n' "$shard" "$(scontrol show job "${job}_$shard" | grep -oE 'NodeList=node[0-9]+' | cut -d= -f2)" \
    "$(grep -E '^[0-9]+ [a-z]+.* in ' "$work/shard-$shard.out" || echo 'not ended')"
done

unset LD_LIBRARY_PATH
export PATH=$own_path
./interop run --no-build --seed "$SEED" --history none --out "$work/whole" "$@" >"$work/whole.log" 2>&1 || true
shards=("$out"/shard-*)
./interop merge "${shards[@]}" --out "$work/merged" "$@" >"$work/merge.log" 2>&1 || fail 'the shards cannot be merged'
# Times, and what is made of them, are of each run.
lasting() { sed -E 's/"(start|end)_time" : [0-9.]+//; s/20[0-9-]+T[0-9:.]+Z//g; s/[0-9]+ (s|min)\b//g' "$1/quic/$2" | sed "s,$1,RUN,g"; }
for file in result.json matrix.md; do
  diff <(lasting "$work/whole" $file) <(lasting "$work/merged" $file) >"$work/diff.log" || fail "$file of the merged shards differs"
  printf 'ok      %s of the merged shards is that of one run, but for times\n' "$file"
done

./interop report --in "${shards[@]}" --out "$work/site" --history none --summary "$work/summary.md" >"$work/report.log" 2>&1 ||
  fail 'there is no report of the shards'
printf 'ok      one report: %s\n' "$(grep -m 1 -E '[0-9]+ succeeded' "$work/summary.md" || fail 'the report has no summary')"
