#!/bin/sh
# Fetches the jars that pom.xml names into lib/, and holds each against its digest in libraries.txt: fetch.sh [-DPROPERTY=VERSION]
# With an argument it is another release, whose digests are not known: then Maven's own checksums have to do.
# The CA bundle of a network with TLS inspection may lie in /tmp/ca.crt.
set -eu

trust=$(mktemp -d)
trap 'rm -rf "$trust" "$HOME/.m2"' EXIT

if [ -s /tmp/ca.crt ]; then
    openssl pkcs12 -export -nokeys -in /tmp/ca.crt -out "$trust/trust.p12" -passout pass:changeit \
        -jdktrust anyExtendedKeyUsage
    MAVEN_OPTS="-Djavax.net.ssl.trustStore=$trust/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"
    export MAVEN_OPTS
fi

mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$PWD/lib" "$@"
[ $# = 0 ] || exit 0
cd lib
sha256sum -c --quiet ../libraries.txt
[ "$(ls | wc -l)" = "$(wc -l <../libraries.txt)" ] || { echo "jars that libraries.txt does not name:"; ls; exit 1; }
