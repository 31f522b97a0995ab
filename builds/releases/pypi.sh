# Prints the releases of a project, one a line, with previews, without those that were yanked or that no Python here runs:
# pypi.sh PROJECT
set -eu

list=$(pip index versions --pre --disable-pip-version-check "$1")
printf '%s\n' "$list" | sed -n 's/^Available versions: //p' | tr -d ' ' | tr ',' '\n'
