# The link and its lateness.

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
