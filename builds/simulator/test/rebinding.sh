# Rebinding: when, to which ports and addresses, and that replies arrive.

echo "rebind"
pause=0.8
run "rebind --first-rebind=500ms --seed=3" echoes 200 0.005 0 4
rebound=$(sed -n 's/.*"packet":\([0-9]*\),.*"rebound".*/\1/p' "$scratch/decisions.jsonl")
check "times count from the first packet, not from the simulator's start" "rebound > 60" "rebound=$rebound"
pause=0.1
for family in 4 6; do
    for address in "" --rebind-addr; do
        run "rebind --first-rebind=500ms --rebind-freq=200ms $address --seed=3" echoes 300 0.005 0 $family
        addresses=$(grep -o '"after":"[^"]*"' "$scratch/decisions.jsonl" | sed 's/:[0-9]*"$//' | sort -u | wc -l)
        check "IPv$family $address: the server sees a new endpoint at each rebinding, and reaches the client by it" \
            "sources > 4 && back > 240 && addresses $([ -z "$address" ] && echo '== 1' || echo '> 3')" \
            "${words[@]}" "back=$traffic_said" "addresses=$addresses"
    done
done
