#!/bin/sh
# Puts the release QUINN_VERSION of quinn into Cargo.lock, with the oldest quinn-proto that it compiles with. What a release
# says that it takes is no proof: 0.11.9 takes 0.11.12, but calls what came with 0.11.13.
set -eu

[ -n "${QUINN_VERSION:-}" ] || exit 0
cargo update --quiet quinn --precise "$QUINN_VERSION"
cargo fetch --quiet --locked
manifest=$(ls "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/"quinn-$QUINN_VERSION"/Cargo.toml | head -n 1)
proto=$(sed -n '/^\[dependencies.proto\]/,/^$/s/^version = "\([0-9.]*\)"$/\1/p' "$manifest")
case $proto in
    *.*.*) ;;
    *) proto=$proto.0 ;;
esac
for later in 0 1 2 3; do
    found=${proto%.*}.$((${proto##*.} + later))
    if cargo update --quiet quinn-proto --precise "$found" && nice -n 15 cargo build --quiet --release --locked -p quinn; then
        echo "quinn $QUINN_VERSION with quinn-proto $found"
        exit 0
    fi
done
echo "quinn $QUINN_VERSION compiles with none of quinn-proto $proto to $found"
exit 1
