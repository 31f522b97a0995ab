# The link, its lateness, observing, and what is refused.

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
refused "a scenario without a time that it needs is refused" "blackhole --on=1s"
refused "a list that is none is refused" "droplist --drops_to_server=2,x"
refused "a flag with another value is refused" "rebind --first-rebind=1s --rebind-addr=maybe"
"$docker" stop -t 1 "$name-server" >/dev/null
"$docker" rm -f "$name-sim" >/dev/null
"$docker" run -d --label "$label" --name "$name-sim" --cap-add NET_ADMIN --cap-add NET_RAW --network "$name-a-left" \
    --env "SCENARIO=simple-p2p" "$image" >/dev/null
check "a network that is missing is an error" "code == 1" "code=$("$docker" wait "$name-sim")"
"$docker" logs "$name-sim" 2>&1 | sed 's/^/        /'
