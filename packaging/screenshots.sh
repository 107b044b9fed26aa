#!/usr/bin/env bash
# Renders the README's pictures anew from the program as it is built in build/release.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
CONSENT_BRIDGE_HOME="$folder/home" QT_QPA_PLATFORM=offscreen build/release/bin/consent-bridge --practice --render "$folder" 2>/dev/null
for picture in docs/screenshots/*.png; do
    cp "$folder/$(basename "$picture")" "$picture"
done
