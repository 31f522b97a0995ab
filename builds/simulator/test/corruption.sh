# Altered packets: how many, that they arrive, and that a list repeats them.

echo "corrupt-rate"
for family in 4 6; do
    # decisions.py also compares each altered packet with its original. An altered port or checksum would not arrive at
    # the echo, and then nothing would come back.
    run "corrupt-rate $no_loss --rate_to_server=30 --burst_to_server=3 --rate_to_client=20 --seed=7" \
        echoes 2000 0.0005 2000 $family
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
run "corruptlist $no_loss --alters_to_server=$list" echoes 2000 0.0005 2000 4
check "what was decided can be given as a list" "same" \
    "same=$([ "$(decided server)" = "$(grep to_server <<<"$first")" ] && echo 1 || echo 0)"
