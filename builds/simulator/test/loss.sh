# Random losses: how many, how many in a row, and the same ones for the same seed.

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
