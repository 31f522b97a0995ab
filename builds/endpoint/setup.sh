#!/bin/sh
# Sends all test traffic of this endpoint through the simulator, the .2 of its own network, whichever lane that is.
dev=eth0

address4=
address6=
while read -r _ _ family address _; do
    case $family/$address in
        inet/*) address4=${address%/*} ;;
        inet6/fe80:*) ;;
        inet6/*) address6=${address%/*} ;;
    esac
done <<ADDRESSES
$(ip -o address show dev "$dev")
ADDRESSES

{
    # An address that does not answer yet (the simulator is starting) is asked for again after 50 ms, not after 1 s.
    echo "ntable change name arp_cache dev $dev retrans 50"
    [ -z "$address4" ] || echo "route replace 193.167.0.0/16 via ${address4%.*}.2 dev $dev"
    if [ -n "$address6" ]; then
        echo "ntable change name ndisc_cache dev $dev retrans 50"
        echo "route replace fd00:cafe:cafe::/48 via ${address6%::*}::2 dev $dev"
    fi
} | ip -force -batch -

# Docker leaves checksums to the hardware; the simulator forwards what is in the packet, so it has to be right.
ethtool -K "$dev" tx off >/dev/null

echo "Endpoint's addresses: IPv4 ${address4:-none}, IPv6 ${address6:-none}"
