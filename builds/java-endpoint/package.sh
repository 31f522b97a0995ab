#!/bin/sh
# Compiles src/ and the sources that endpoints share against lib/, and packs all of it: package.sh JAR
# One jar: class data sharing checks the class path, and a short one is checked faster.
set -eu

mkdir -p lib
# A path that names nothing is a warning.
jar=$1
if [ -n "$(ls lib)" ]; then set -- -cp 'lib/*'; else set --; fi
javac -Xlint:all -Werror "$@" -d classes /endpoint/src/endpoint/*.java src/endpoint/*.java
for library in lib/*.jar; do
    [ ! -e "$library" ] || unzip -qo "$library" -d classes
done
# Of what describes the jars only native libraries are needed.
[ ! -d classes/META-INF ] || find classes/META-INF -mindepth 1 -maxdepth 1 ! -name native -exec rm -rf {} +
rm -f classes/module-info.class
jar --create --no-compress --file "$jar" -C classes .
