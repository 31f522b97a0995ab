# The functions of the tests: networks, endpoints, simulators, and checks.

docker=${DOCKER:-docker}
lane=${LANE:-90}
image=${IMAGE:-localhost/interop/simulator:local}
# Any image with the routes of an endpoint, and Python.
endpoint=localhost/interop/python-endpoint:local
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
    local sentence=$1 condition=${2//$'\n'/ } assignments=() assignment
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

# create NAME DOCKER-OPTION… -- COMMAND: a container with the scripts of the tests
create() {
    local name=$1 options=() file
    shift
    while [ "$1" != -- ]; do
        options+=("$1")
        shift
    done
    shift
    "$docker" create --init --label "$label" --name "$name" --entrypoint sh "${options[@]}" "$endpoint" -c "$1" >/dev/null
    for file in test/*.py; do
        "$docker" cp "$file" "$name:/"
    done
}

start_endpoint() {
    local role=$1 network=$2 number=$3 command=$4
    create "$name-$role" --cap-add NET_ADMIN \
        --network "$network" --ip "193.167.$number.100" --ip6 "fd00:cafe:cafe:$number::100" \
        --add-host "sim:193.167.$number.2" \
        --add-host "server:193.167.$right.100" --add-host "server:fd00:cafe:cafe:$right::100" \
        -- "/setup.sh && $command"
    "$docker" start "$name-$role" >/dev/null
}

no_forwarding=(--sysctl net.ipv4.ip_forward=0 --sysctl net.ipv6.conf.all.forwarding=0)

# start_simulator SCENARIO [DOCKER-OPTION…]
start_simulator() {
    local scenario=$1 start role
    shift
    "$docker" rm -f "$name-sim" >/dev/null 2>&1 || true
    "$docker" create --label "$label" --name "$name-sim" --cap-drop ALL --cap-add NET_ADMIN --cap-add NET_RAW \
        --env "SCENARIO=$scenario" --env "WAITFORSERVER=193.167.$right.100:443" "$@" \
        --network "$name-a-left" --ip "193.167.$lane.2" --ip6 "fd00:cafe:cafe:$lane::2" "$image" >/dev/null
    "$docker" network connect --ip "193.167.$right.2" --ip6 "fd00:cafe:cafe:$right::2" "$name-b-right" "$name-sim"
    # Linux sends past a router whose neighbour entry has failed, as that of the last simulator has, to the default one.
    for role in client server; do
        "$docker" exec "$name-$role" ip neigh flush dev eth0 >/dev/null 2>&1 || true
    done
    start=$(date +%s%N)
    "$docker" start "$name-sim" >/dev/null
    client /wait-for-it.sh sim:57832 -q -s -t 40
    start_ms=$((($(date +%s%N) - start) / 1000000))
}

stop_simulator() {
    "$docker" stop -t 20 "$name-sim" >/dev/null
    "$docker" logs "$name-sim" >"$scratch/log" 2>&1
    exit_code=$("$docker" inspect -f '{{.State.ExitCode}}' "$name-sim")
    cut -c1-150 "$scratch/log" | sed 's/^/        /'
}

client() {
    timeout 60 "$docker" exec "$name-client" "$@"
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
    sed -n 's/^sim: to_server: .* dropped: //p' "$scratch/log"
}

# Compares what the simulator says it decided with its captures; see decisions.py for the words that it prints.
read_decisions() {
    local file
    for file in trace_node_left.pcap trace_node_right.pcap decisions.jsonl; do
        "$docker" cp "$name-sim:/logs/$file" "$scratch/$file"
        "$docker" cp "$scratch/$file" "$name-client:/tmp/$file"
    done
    client python3 /decisions.py /tmp/trace_node_left.pcap /tmp/trace_node_right.pcap /tmp/decisions.jsonl "$lane" "$@"
}

# What was decided about which packet to the server or client, without the numbers of the frames.
decided() {
    sed -n "/to_$1/s/\"frame\":[0-9]*,//p" "$scratch/decisions.jsonl"
}

no_loss="--queue=100000 --bandwidth=1000Mbps"

# run SCENARIO COMMAND…: sends this traffic through the scenario; sets words to what decisions.py prints
on_off=
pause=0.1
run() {
    local scenario=$1
    shift
    start_simulator "$scenario" "${no_forwarding[@]}"
    sleep "$pause"
    traffic_said=$(traffic "$@")
    sleep 0.1
    stop_simulator
    mapfile -d ' ' -t words < <(read_decisions $on_off | tr -d '\n')
    check "the server answers to what it gets, and that is what was decided" \
        "to_server_packets > 0 && to_server_wrong + to_client_wrong + checksums == 0" "${words[@]}"
}
