# Lists of packets: exactly those are dropped or altered.

echo "droplist"
for family in 4 6; do
    run "droplist $no_loss --drops_to_server=2,3,7 --drops_to_client=1,20" echoes 30 0.002 25 $family
    check "IPv$family: exactly the listed packets are dropped" "list == \"2 3 7 | 1 20\" && back == 25" \
        "back=$traffic_said" "list=$(for to in server client; do
            sed -n "s/.*to_$to.*\"packet\":\([0-9]*\),.*\"dropped\".*/\1/p" "$scratch/decisions.jsonl" | paste -sd' '
        done | paste -sd'|' | sed 's/|/ | /')"
done

echo "corruptlist"
# Each of these packets has 100 bytes.
run "corruptlist $no_loss --alters_to_server=3:99:0x11,5:100:0x22" echoes 30 0.002 30 4
check "a packet that ends before the byte passes, and that is said" \
    "to_server_altered == 1 && to_server_missed == 1 && back == 30 && said == 1 && replays == 1" \
    "${words[@]}" "back=$traffic_said" "said=$(grep -c '1 UDP packets do not have the byte' "$scratch/log")" \
    "replays=$(grep -c '"packet":5,.*"missed","byte":100,"after":"0x22"' "$scratch/decisions.jsonl")"
