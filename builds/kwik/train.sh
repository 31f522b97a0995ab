#!/bin/sh
# Makes the caches that let the JVM start in a fraction of the time: a server and a client talk to each other, and the
# classes that each of them needed are kept, loaded and linked. HTTP/3 needs many that nothing else does.
set -eu
cd /opt/kwik
mkdir -p /certs /www /downloads /logs
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=localhost \
    -keyout /certs/priv.key -out /certs/cert.pem 2>/dev/null
echo training >/www/file

# A cache is good for the options that it was made with.
trained() {
    cache=$1
    shift
    exec runtime/bin/java -XX:AOTCacheOutput="$cache" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
        -cp /opt/kwik/endpoint.jar "$@"
}

for testcase in resumption http3; do
    export TESTCASE=$testcase
    trained "server.$testcase.aot" endpoint.Server &
    server=$!
    sleep 2
    echo ready | REQUESTS='https://localhost/file https://localhost/file' SSLKEYLOGFILE=/logs/keys.log \
        trained "client.$testcase.aot" endpoint.Client
    kill "$server"
    wait "$server" || true
    [ -s "server.$testcase.aot" ] && [ -s "client.$testcase.aot" ]
done
