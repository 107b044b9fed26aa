#!/usr/bin/env bash
# Installs what is missing of the named sections of packages.txt:  packaging/install-packages.sh build run
set -euo pipefail
list="$(dirname "${BASH_SOURCE[0]}")/packages.txt"

packages_of() {
    awk -v wanted="[$1]" '/^\[/ { inside = ($0 == wanted); next } inside && NF && !/^#/ { print $1 }' "$list"
}

missing=()
for section in "$@"; do
    if [ "$section" = npm ] && command -v npm >/dev/null; then
        continue
    fi
    for package in $(packages_of "$section"); do
        status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || missing+=("$package")
    done
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "These packages are missing, and this system has no apt-get to install them: ${missing[*]}" >&2
    exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Run this once as root, or install sudo; it needs: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "Installing ${#missing[@]} packages: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
