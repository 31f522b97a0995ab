# Prints the releases of a crate, one a line, without those that were yanked: crates.sh CRATE
# cargo has no command for it. It keeps what the registry says of each crate that it looked at: a line of JSON a release.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export CARGO_HOME="$folder/home"
cargo init --quiet --vcs none --name list "$folder/list"
cd "$folder/list"
cargo add --quiet "$1" >&2
kept=$(find "$CARGO_HOME/registry/index" -type f -path '*/.cache/*' -name "$1")
tr '\0' '\n' <"$kept" \
    | perl -MJSON::PP -ne 'next unless /^\{/; my $it = decode_json($_); print "$it->{vers}\n" unless $it->{yanked}'
