#!/bin/sh
# /start-python.sh FOLDER [PACKAGE]: starts the module client or server, as ROLE says, of a package of a folder: endpoint, or PACKAGE.
set -eu

mkdir -p /logs "${QLOGDIR:-/logs/qlog/}"
/setup.sh
export PYTHONPATH="$1:/opt/contract"

if [ "$ROLE" = client ]; then
    # Python starts while the simulator is awaited; the client goes when it reads this line.
    # In a pipe it would not get the container's signals.
    mkfifo /tmp/ready
    { /wait-for-it.sh sim:57832 -s -t 30 && echo ready; } >/tmp/ready &
    exec python3 -S -m "${2:-endpoint}.client" </tmp/ready
fi
exec python3 -S -m "${2:-endpoint}.server"
