#!/bin/sh
# Runs one test function in surroundings where the keychain is in trouble:  surroundings.sh locked|noService|… PROGRAM
# Exit code 77 = skipped, because a tool is missing; not in CI, where CONSENT_BRIDGE_REQUIRE_KEYRING=1.
set -eu
trouble=$1
program=$2

need() {
    command -v "$1" >/dev/null && return
    echo "“$1” is not installed, so this cannot be tested." >&2
    [ "${CONSENT_BRIDGE_REQUIRE_KEYRING:-}" = 1 ] && exit 1
    exit 77
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -m 700 "$folder/data" "$folder/runtime" "$folder/libraries"
export XDG_DATA_HOME="$folder/data" XDG_RUNTIME_DIR="$folder/runtime"
unset XDG_CURRENT_DESKTOP QT_NO_GLIB GNOME_KEYRING_CONTROL || true

# A session bus that starts no service by itself.
cat >"$folder/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END

case $trouble in
locked)
    need dbus-run-session
    need gnome-keyring-daemon
    # The keyring's password must not be empty.
    dbus-run-session --config-file="$folder/bus.conf" -- sh -c '
        printf %s test | gnome-keyring-daemon --unlock --components=secrets >/dev/null
        "$1" "$2"' sh "$program" "$trouble"
    ;;
noService | silentService)
    need dbus-run-session
    dbus-run-session --config-file="$folder/bus.conf" -- "$program" "$trouble"
    ;;
noBus)
    DBUS_SESSION_BUS_ADDRESS="unix:path=$folder/nothing" "$program" "$trouble"
    ;;
noLibrary)
    need dbus-run-session
    echo "not a library" >"$folder/libraries/libsecret-1.so.0"
    cp "$folder/libraries/libsecret-1.so.0" "$folder/libraries/libsecret-1.so"
    dbus-run-session --config-file="$folder/bus.conf" -- env LD_LIBRARY_PATH="$folder/libraries" "$program" "$trouble"
    ;;
*)
    echo "unknown surroundings: $trouble" >&2
    exit 1
    ;;
esac
