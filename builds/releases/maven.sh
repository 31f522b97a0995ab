# Prints the releases of an artifact, one a line: maven.sh GROUP:ARTIFACT
# The CA bundle of a network with TLS inspection may lie in /tmp/ca.crt.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
scripts=$(dirname "$0")

# Maven reads Java's trust store, not the system's.
if [ -s /tmp/ca.crt ]; then
    openssl pkcs12 -export -nokeys -in /tmp/ca.crt -out "$folder/trust.p12" -passout pass:changeit \
        -jdktrust anyExtendedKeyUsage
    MAVEN_OPTS="-Djavax.net.ssl.trustStore=$folder/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"
    export MAVEN_OPTS
fi

# To find the latest release, Maven fetches the list of all.
mvn -B -q -Dmaven.repo.local="$folder/repository" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:get \
    -Dartifact="$1:LATEST" -Dtransitive=false >"$folder/log" 2>&1 || { head -n 3 "$folder/log" >&2; exit 1; }
java "$scripts/Versions.java" "$folder/repository/$(printf %s "${1%%:*}" | tr . /)/${1#*:}"/maven-metadata-*.xml
