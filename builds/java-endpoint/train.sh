#!/bin/sh
# Makes the caches that let the JVM start in a fraction of the time: a server and a client talk to each other, and the
# classes that each of them needed are kept, loaded and linked: train.sh TEST-CASE…
set -eu
cd /opt/endpoint
mkdir -p /certs /www /downloads /logs /logs/qlog
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost -keyout /certs/priv.key -out /certs/cert.pem 2>/dev/null
cp /certs/cert.pem /certs/ca.pem
echo training >/www/file

# A cache is good for the options that it was made with.
trained() {
    cache=$1
    shift
    exec runtime/bin/java -XX:AOTCacheOutput="$cache" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
        -cp /opt/endpoint/endpoint.jar "$@"
}

for testcase; do
    export TESTCASE=$testcase
    trained "server.$testcase.aot" endpoint.Server &
    server=$!
    sleep 2
    echo ready | REQUESTS='https://localhost/file https://localhost/file' SSLKEYLOGFILE=/logs/keys.log \
        QLOGDIR=/logs/qlog trained "client.$testcase.aot" endpoint.Client
    kill "$server"
    wait "$server" || true
    [ -s "server.$testcase.aot" ] && [ -s "client.$testcase.aot" ]
done
