# Prints the releases of a module, one a line: go.sh MODULE
set -eu

list=$(go list -m -versions "$1")
# The module's name comes first.
printf '%s\n' "$list" | tr ' ' '\n' | sed 1d
