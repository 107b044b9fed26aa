#!/usr/bin/env bash
# Runs a command in a session of its own: a message bus, an unlocked GNOME keyring, a virtual display, and an empty home
# for files, so that no test sees or changes what belongs to the user.
#
#   tests/session.sh ctest --preset asan
set -euo pipefail

if [ "${1:-}" != --inside ]; then
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    mkdir -m 700 "$home/runtime"
    export XDG_RUNTIME_DIR="$home/runtime" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
    export XDG_CACHE_HOME="$home/cache" CONSENT_BRIDGE_HOME="$home/consent-bridge"
    unset WAYLAND_DISPLAY
    xvfb-run --auto-servernum --server-args="-screen 0 1920x1080x24" \
        dbus-run-session -- "$0" --inside "$@" 2> >(grep -v 'Failed to set fd limit' >&2)
    exit
fi
shift

# The password must not be empty: a keyring without one cannot be locked again.
printf %s test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
export CONSENT_BRIDGE_REQUIRE_KEYRING=1
"$@"
