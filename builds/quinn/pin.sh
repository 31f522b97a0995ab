#!/bin/sh
# Puts the release QUINN_VERSION of quinn into Cargo.lock, with the oldest quinn-proto that it takes.
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
cargo update --quiet quinn-proto --precise "$proto"
echo "quinn $QUINN_VERSION with quinn-proto $proto"
