# The scenarios: whether what was decided is what happened.

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

echo "corrupt-rate"
for family in 4 6; do
    # decisions.py also compares each altered packet with its original. An altered port or checksum would not arrive at
    # the echo, and then nothing would come back.
    run "corrupt-rate $no_loss --rate_to_server=30 --burst_to_server=3 --rate_to_client=20 --seed=7" \
        echoes 2000 0.0005 $family
    check "IPv$family: 30 % and 20 % are altered, and all are delivered" \
        "to_server_altered / 2000 > .269 && to_server_altered / 2000 < .319 && to_client_altered / to_client_packets > .17
        && to_client_altered / to_client_packets < .23 && to_client_packets == 2000 && back == 2000" \
        "${words[@]}" "back=$traffic_said"
    check "IPv$family: never more than 3 in a row to the server" "to_server_longest == 3" "${words[@]}"
    if [ $family = 4 ]; then
        first=$(decided server; decided client)
    else
        check "the same seed alters the same bytes, over IPv6 too" "same" \
            "same=$([ "$(decided server; decided client)" = "$first" ] && echo 1 || echo 0)"
    fi
done
run "corrupt-rate $no_loss --rate_to_server=100" headers 500 0 4
check "Version Negotiation packets stay as they are" "to_server_altered == 0" "${words[@]}"
run "corrupt-rate $no_loss --rate_to_server=100 --seed=1" headers 5000 1 4
check "no packet becomes a Version Negotiation packet" "to_server_altered == 5000 && versionless == 0" "${words[@]}"
list=$(sed -n 's/.*"to_server","packet":\([0-9]*\),.*"byte":\([0-9]*\),.*"after":"\(0x..\)".*/\1:\2:\3/p' <<<"$first" |
    paste -sd,)
run "corruptlist $no_loss --alters_to_server=$list" echoes 2000 0.0005 4
check "what was decided can be given as a list" "same" \
    "same=$([ "$(decided server)" = "$(grep to_server <<<"$first")" ] && echo 1 || echo 0)"

echo "droplist"
for family in 4 6; do
    run "droplist $no_loss --drops_to_server=2,3,7 --drops_to_client=1,20" echoes 30 0.002 $family
    check "IPv$family: exactly the listed packets are dropped" "list == \"2 3 7 | 1 20\" && back == 25" \
        "back=$traffic_said" "list=$(for to in server client; do
            sed -n "s/.*to_$to.*\"packet\":\([0-9]*\),.*\"dropped\".*/\1/p" "$scratch/decisions.jsonl" | paste -sd' '
        done | paste -sd'|' | sed 's/|/ | /')"
done

echo "blackhole"
on_off="800 300"
for family in 4 6; do
    run "blackhole --on=800ms --off=300ms --repeat=2 --direction=toserver" numbered 1800 0.001 $family
    # A window's edge is between two packets; both windows' four edges have to fit to one begin of the clock.
    check "IPv$family: two windows of 300 ms, 1100 ms from one to the other" "windows == 2 && misfit < 1" "${words[@]}"
done

echo "rebind"
pause=0.8
run "rebind --first-rebind=500ms --seed=3" echoes 200 0.005 4
rebound=$(sed -n 's/.*"packet":\([0-9]*\),.*"rebound".*/\1/p' "$scratch/decisions.jsonl")
check "times count from the first packet, not from the simulator's start" "rebound > 60" "rebound=$rebound"
pause=0.1
for family in 4 6; do
    for address in "" --rebind-addr; do
        run "rebind --first-rebind=500ms --rebind-freq=200ms $address --seed=3" echoes 300 0.005 $family
        addresses=$(grep -o '"after":"[^"]*"' "$scratch/decisions.jsonl" | sed 's/:[0-9]*"$//' | sort -u | wc -l)
        check "IPv$family $address: the server sees a new endpoint at each rebinding, and reaches the client by it" \
            "sources > 4 && back > 240 && addresses $([ -z "$address" ] && echo '== 1' || echo '> 3')" \
            "${words[@]}" "back=$traffic_said" "addresses=$addresses"
    done
done
