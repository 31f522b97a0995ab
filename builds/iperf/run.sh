#!/bin/bash
# One end of a TCP flow:  /run.sh server  or  /run.sh client ADDRESS
role=$1
shift
if [ "$role" = server ]; then
    exec iperf3 --server --interval 1 --forceflush "$@"
fi
until (exec 3<>/dev/tcp/sim/57832) 2>/dev/null; do
    sleep 0.05
done
# Until it is stopped: a day is the longest time that iperf3 takes.
exec iperf3 --reverse --congestion cubic --time 86400 --interval 1 --forceflush --client "$@"
