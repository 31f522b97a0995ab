# The simulator as an observer of one endpoint.

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
create "$name-guest" --network "$name-b-right" --ip "193.167.$right.90" --add-host "server:193.167.$right.100" \
    -- "python3 /traffic.py numbered 500 0.001 4"
"$docker" start -a "$name-guest" >/dev/null
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
