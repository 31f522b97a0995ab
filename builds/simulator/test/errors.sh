# What is refused.

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
"$docker" rm -f "$name-sim" >/dev/null 2>&1 || true
"$docker" run -d --label "$label" --name "$name-sim" --cap-add NET_ADMIN --cap-add NET_RAW --network "$name-a-left" \
    --env "SCENARIO=simple-p2p" "$image" >/dev/null
check "a network that is missing is an error" "code == 1" "code=$("$docker" wait "$name-sim")"
"$docker" logs "$name-sim" 2>&1 | sed 's/^/        /'
