#!/usr/bin/env bash
# Builds Consent Bridge and opens it on the Practice integration, a simulated Didomi and Dynamics inside the program.
# On a bare Debian 12 it first installs what is missing.
#
#   packaging/demo.sh                     opens the window
#   packaging/demo.sh --headless [FOLDER] does the main job without a display: tests, previews and pushes with the
#                                         command line, and renders the main pages as PNG into FOLDER
set -euo pipefail
start=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=${LC_ALL:-C.UTF-8}

headless=false
folder=
case "${1:-}" in
    "") ;;
    --headless)
        headless=true
        folder=${2:-build/demo}
        [[ $folder = /* || $# -lt 2 ]] || folder=$start/$folder
        ;;
    *)
        echo "usage: packaging/demo.sh [--headless [FOLDER]]" >&2
        exit 2
        ;;
esac

if ! $headless && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display to open a window on. Without one, try: packaging/demo.sh --headless" >&2
    exit 1
fi

packaging/install-packages.sh build run
cmake --preset release
cmake --build --preset release
bin=build/release/bin

if ! $headless; then
    exec "$bin/consent-bridge" --practice
fi

mkdir -p "$folder"
work=$(mktemp -d)
sandbox=
cleanup() {
    [ -z "$sandbox" ] || kill "$sandbox" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
export CONSENT_BRIDGE_HOME="$work/home"

profile=$work/practice.json
mkfifo "$work/ready"
"$bin/consent-bridge-sandbox" --contacts 250 --write-profile "$profile" >"$work/ready" &
sandbox=$!
read -r ready <"$work/ready"
say() { printf '\n\033[1m%s\033[0m\n' "$*"; }

say "The sandbox is ready"
echo "$ready" | grep -oE '"(dataverse|didomi|organization_id)":"[^"]*"'

say "Test both ends"
"$bin/consent-bridge-cli" test "$profile"

person=$(echo "$ready" | grep -oE '"sample_person":"[^"]*"' | cut -d'"' -f4)
say "Preview what the consents of $person would write"
"$bin/consent-bridge-cli" preview "$profile" --user "$person"

say "Push them"
"$bin/consent-bridge-cli" push "$profile" --user "$person"

say "Push them again: nothing is left to write"
"$bin/consent-bridge-cli" push "$profile" --user "$person"

say "Render the main pages"
QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$work}" \
    "$bin/consent-bridge" --practice --render "$folder" 2> >(grep -v propagateSizeHints >&2 || true)
ls "$folder"/*.png
