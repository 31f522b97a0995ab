#!/bin/sh
# Makes the archive of loaded classes that lets the JVM start in a fraction of the time: a server and a client talk to
# each other, and the classes that either needed are dumped.
set -eu
cd /opt/kwik
mkdir -p /certs /www /downloads /logs
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=localhost \
    -keyout /certs/priv.key -out /certs/cert.pem 2>/dev/null
echo training >/www/file

classes() {
    list=$1
    shift
    exec runtime/bin/java -Xshare:off -XX:DumpLoadedClassList="$list" -cp /opt/kwik/endpoint.jar "$@"
}

for testcase in resumption http3; do
    export TESTCASE=$testcase
    classes "/tmp/server.$testcase" endpoint.Server &
    server=$!
    sleep 2
    echo ready | REQUESTS='https://localhost/file https://localhost/file' SSLKEYLOGFILE=/logs/keys.log \
        classes "/tmp/client.$testcase" endpoint.Client
    kill "$server"
    wait "$server" || true
done

# The numbers in the lists are those of one run, so they go when lists are put together.
sed -e '/^#/d' -e '/ source: /d' -e 's/ id: .*//' /tmp/server.* /tmp/client.* | sort -u >/tmp/classes
runtime/bin/java -Xshare:dump -XX:SharedClassListFile=/tmp/classes -XX:SharedArchiveFile=classes.jsa \
    -XX:+UseSerialGC -cp /opt/kwik/endpoint.jar -Xlog:disable -Xlog:all=error
