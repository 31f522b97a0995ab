#!/bin/sh
case $TESTCASE in
    handshake | transfer) perl /attempts.pl 2>&1 ;;
esac
exec /honest.sh
