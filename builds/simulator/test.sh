#!/bin/bash
# Checks the simulator with real containers in two isolated networks. Takes about 80 s; leaves nothing behind.
# Environment: DOCKER (client to use), LANE (networks 193.167.LANE.0/24 and 193.167.(100+LANE).0/24), IMAGE.
set -euo pipefail
cd "$(dirname "$0")"

docker=${DOCKER:-docker}
lane=${LANE:-90}
image=${IMAGE:-localhost/interop/simulator:local}
endpoint=localhost/interop/simulator-test:local
name=simulator-test-$$
label=dev.interop.simulator.test=$$
right=$((100 + lane))
scratch=$(mktemp -d)
failures=0

clean_up() {
    local left_over
    left_over=$("$docker" ps -aq --filter "label=$label")
    [ -z "$left_over" ] || "$docker" rm -f $left_over >/dev/null
    left_over=$("$docker" network ls -q --filter "label=$label")
    [ -z "$left_over" ] || "$docker" network rm $left_over >/dev/null
    rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# check SENTENCE AWK-CONDITION [NAME=VALUE…]
check() {
    local sentence=$1 condition=$2 assignments=() assignment
    shift 2
    for assignment; do
        assignments+=(-v "$assignment")
    done
    if awk "${assignments[@]}" "BEGIN { exit !($condition) }"; then
        echo "ok      $sentence ($*)"
    else
        echo "NOT OK  $sentence ($*; expected $condition)"
        failures=$((failures + 1))
    fi
}

# No masquerading, no address of the host's in it, and gateways that do not exist: nothing gets out or past.
network() {
    local network=$1 number=$2
    "$docker" network create --label "$label" --ipv6 \
        --subnet "193.167.$number.0/24" --gateway "193.167.$number.1" \
        --aux-address "DefaultGatewayIPv4=193.167.$number.254" \
        --subnet "fd00:cafe:cafe:$number::/64" --gateway "fd00:cafe:cafe:$number::1" \
        --aux-address "DefaultGatewayIPv6=fd00:cafe:cafe:$number::fe" \
        --opt com.docker.network.bridge.enable_ip_masquerade=false \
        --opt com.docker.network.bridge.inhibit_ipv4=true \
        "$network" >/dev/null
}

start_endpoint() {
    local role=$1 network=$2 number=$3 command=$4
    "$docker" run -d --init --label "$label" --name "$name-$role" --cap-add NET_ADMIN \
        --network "$network" --ip "193.167.$number.100" --ip6 "fd00:cafe:cafe:$number::100" \
        --add-host "sim:193.167.$number.2" \
        --add-host "server:193.167.$right.100" --add-host "server:fd00:cafe:cafe:$right::100" \
        "$endpoint" sh -c "/setup.sh && $command" >/dev/null
}

# start_simulator SCENARIO [DOCKER-OPTION…]
start_simulator() {
    local scenario=$1 start
    shift
    "$docker" rm -f "$name-sim" >/dev/null 2>&1 || true
    "$docker" create --label "$label" --name "$name-sim" --cap-drop ALL --cap-add NET_ADMIN --cap-add NET_RAW \
        --env "SCENARIO=$scenario" --env "WAITFORSERVER=193.167.$right.100:443" "$@" \
        --network "$name-a-left" --ip "193.167.$lane.2" --ip6 "fd00:cafe:cafe:$lane::2" "$image" >/dev/null
    "$docker" network connect --ip "193.167.$right.2" --ip6 "fd00:cafe:cafe:$right::2" "$name-b-right" "$name-sim"
    start=$(date +%s%N)
    "$docker" start "$name-sim" >/dev/null
    client /wait-for-it.sh sim:57832 -q -s -t 10
    start_ms=$((($(date +%s%N) - start) / 1000000))
}

stop_simulator() {
    "$docker" stop -t 5 "$name-sim" >/dev/null
    "$docker" logs "$name-sim" >"$scratch/log" 2>&1
    exit_code=$("$docker" inspect -f '{{.State.ExitCode}}' "$name-sim")
    cut -c1-150 "$scratch/log" | sed 's/^/        /'
}

client() {
    timeout 20 "$docker" exec "$name-client" "$@"
}

traffic() {
    client python3 /traffic.py "$@"
}

# How many numbered packets a capture holds, how many different ones, the last one; and how many packets of the probe.
read_capture() {
    "$docker" cp "$name-sim:/logs/trace_node_$1.pcap" "$scratch/$1.pcap"
    "$docker" cp "$scratch/$1.pcap" "$name-client:/tmp/$1.pcap"
    client python3 /captures.py "/tmp/$1.pcap"
}

# What it wrote of its lateness: packets, max and p99 in ms.
read_lateness() {
    "$docker" cp "$name-sim:/logs/lateness.json" - | tar -xO |
        sed -n 's/^{"format":1,"packets":\([0-9]*\),"max_ms":\([0-9.]*\),"p99_ms":\([0-9.]*\)}$/\1 \2 \3/p'
}

dropped() {
    sed -n 's/^sim: to_server: .* UDP packets dropped: //p' "$scratch/log"
}

"$docker" build -q -t "$endpoint" test >/dev/null
network "$name-a-left" "$lane"
network "$name-b-right" "$right"
start_endpoint server "$name-b-right" "$right" 'exec python3 /traffic.py serve'
start_endpoint client "$name-a-left" "$lane" 'exec sleep 300'

no_forwarding=(--sysctl net.ipv4.ip_forward=0 --sysctl net.ipv6.conf.all.forwarding=0)

echo "simple-p2p"
start_simulator "simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25" "${no_forwarding[@]}"
echo "        from docker start to the open port: $start_ms ms"
check "with a server that answers it runs at once" "ms <= 350" \
    "ms=$("$docker" logs "$name-sim" | sed -n 's/.*running, \([0-9]*\) ms.*/\1/p')"
check "the round trip is 30 ms over IPv4" "ms >= 30 && ms < 34" "ms=$(traffic rtt 4)"
check "the round trip is 30 ms over IPv6" "ms >= 30 && ms < 34" "ms=$(traffic rtt 6)"
check "TCP gets the rate of the link" "mbps > 8.5 && mbps < 10" "mbps=$(traffic tcp 6000000)"
check "nothing outside is reached" "reached == \"\"" "reached=$(traffic escape)"
traffic numbered 500 0.001 4 >/dev/null
stop_simulator
check "a signal ends it with 0" "code == 0" "code=$exit_code"
for side in left right; do
    read -r packets different last probes < <(read_capture "$side")
    check "the $side capture is complete to the last packet" "packets == 500 && last == 500" \
        "packets=$packets" "last=$last"
    check "each packet is in the $side capture once" "packets == different" "packets=$packets" "different=$different"
    check "the probe is not in the $side capture" "probes == 0" "probes=$probes"
done

read -r packets most usual < <(read_lateness)
check "it says how late each forwarded packet was delivered" "packets == forwarded" "packets=$packets" \
    "forwarded=$(sed -n 's/^sim: to_[a-z]*: \([0-9]*\) packets forwarded.*/\1/p' "$scratch/log" |
        awk '{ all += $1 } END { print all }')"
check "its 99th percentile is no more than its maximum" "usual > 0 && usual <= most" "usual=$usual" "most=$most"

echo "lateness"
start_simulator "simple-p2p" "${no_forwarding[@]}"
traffic numbered 600 0.001 4 >/dev/null &
sleep 0.3
"$docker" pause "$name-sim" >/dev/null
sleep 0.3
"$docker" unpause "$name-sim" >/dev/null
wait $!
sleep 0.1
stop_simulator
read -r packets most usual < <(read_lateness)
check "a simulator that stood still says how long" "most >= 250 && usual >= 150" "most=$most" "usual=$usual"

echo "drop-rate"
# A queue that never fills, so that every packet gets to where the scenario decides, however busy the machine is.
scenario="drop-rate --queue=10000 --rate_to_server=30 --burst_to_server=3 --rate_to_client=0 --burst_to_client=3"
start_simulator "$scenario --seed=0x5f21c0" "${no_forwarding[@]}"
traffic numbered 3000 0.0005 4 >/dev/null
sleep 0.1
stop_simulator
first=$(dropped)
read -r lost longest < <(awk '{ for (i = 1; i <= NF; i++) { run = $i == before + 1 ? run + 1 : 1; before = $i
    if (run > longest) longest = run } print NF, longest }' <<<"$first")
# (p + p^2 + p^3) / (1 + p + p^2 + p^3) = 29.4 %, and three standard deviations
check "30 % are dropped, less what the burst cap saves" "share > 26.9 && share < 31.9" \
    "share=$(awk "BEGIN { print $lost / 30 }")"
check "never more than 3 in a row are dropped" "longest == 3" "longest=$longest"
read -r packets different last probes < <(read_capture right)
check "the server gets the rest" "packets == 3000 - lost" "packets=$packets" "lost=$lost"

# Over the other IP version, with other gaps, and with a kernel that would forward.
start_simulator "$scenario --seed=6234560" --sysctl net.ipv4.ip_forward=1 --sysctl net.ipv6.conf.all.forwarding=1
traffic numbered 3000 0.0003 6 >/dev/null
sleep 0.1
stop_simulator
check "the same seed drops the same packets, over IPv6 too" "same" "same=$([ "$(dropped)" = "$first" ] && echo 1 || echo 0)"
read -r packets different last probes < <(read_capture right)
check "a forwarding kernel does not bypass it" "packets == 3000 - lost && packets == different" \
    "packets=$packets" "different=$different" "lost=$lost"

start_simulator "$scenario --seed=1" "${no_forwarding[@]}"
traffic numbered 200 0.0005 4 >/dev/null
sleep 0.1
stop_simulator
check "another seed drops others" "same == 0" "same=$(case $first in "$(dropped)"*) echo 1 ;; *) echo 0 ;; esac)"

echo "observing"
# start_observer PORT: beside the server, in its network namespace
start_observer() {
    "$docker" rm -f "$name-sim" >/dev/null 2>&1 || true
    "$docker" run -d --label "$label" --name "$name-sim" --cap-drop ALL --cap-add NET_ADMIN --cap-add NET_RAW \
        --env OBSERVE=right --env "WAITFORSERVER=193.167.$right.100:$1" --network "container:$name-server" \
        "$image" >/dev/null
}

start_observer 443
until "$docker" logs "$name-sim" | grep -q running; do sleep 0.1; done
"$docker" run --rm --init --label "$label" --network "$name-b-right" --ip "193.167.$right.90" \
    --add-host "server:193.167.$right.100" "$endpoint" python3 /traffic.py numbered 500 0.001 4 >/dev/null
stop_simulator
check "a signal ends it with 0" "code == 0" "code=$exit_code"
read -r packets different last probes < <(read_capture right)
check "the capture is complete to the last packet" "packets == 500 && different == 500 && last == 500" \
    "packets=$packets" "different=$different" "last=$last"
check "the probe is not in the capture" "probes == 0" "probes=$probes"
check "it says what it missed" "missed == 0" "missed=$(sed -n 's/.* frames, \([0-9]*\) missed/\1/p' "$scratch/log")"
start_observer 444
check "a port that nobody binds is an error" "code == 1" "code=$("$docker" wait "$name-sim")"
"$docker" logs "$name-sim" >"$scratch/log" 2>&1
check "that says so" "said == 1" "said=$(grep -c 'UDP port 444 is not bound' "$scratch/log")"

echo "errors"
# refused SENTENCE SCENARIO
refused() {
    local sentence=$1 code=0
    "$docker" run --rm --label "$label" --network none --env "SCENARIO=$2" "$image" >"$scratch/log" 2>&1 || code=$?
    check "$sentence" "code == 2 && lines == 1" "code=$code" "lines=$(wc -l <"$scratch/log")"
    sed 's/^/        /' "$scratch/log"
}
refused "a scenario that is not known is refused" "drop-rates --delay=15ms"
refused "an option that is not known is refused" "simple-p2p --dely=15ms"
refused "a value without sense is refused" "simple-p2p --delay=15"
"$docker" stop -t 1 "$name-server" >/dev/null
"$docker" rm -f "$name-sim" >/dev/null
"$docker" run -d --label "$label" --name "$name-sim" --cap-add NET_ADMIN --cap-add NET_RAW --network "$name-a-left" \
    --env "SCENARIO=simple-p2p" "$image" >/dev/null
check "a network that is missing is an error" "code == 1" "code=$("$docker" wait "$name-sim")"
"$docker" logs "$name-sim" 2>&1 | sed 's/^/        /'

if [ "$failures" -gt 0 ]; then
    echo "$failures checks failed"
    exit 1
fi
echo "all checks passed"
