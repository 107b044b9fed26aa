#!/bin/sh
# Tries public npm packages against the sandbox: run.sh PATH-OF-CONSENT-BRIDGE-SANDBOX FOLDER-TO-INSTALL-INTO
#
# Ends with 77, which ctest counts as skipped, when there is no node or npm, or no registry to be reached.
set -eu
program=$1
folder=$2
here=$(cd "${0%/*}" && pwd)

skip() {
    echo "SKIPPED: $1"
    exit 77
}
command -v node > /dev/null || skip "node is not installed"
command -v npm > /dev/null || skip "npm is not installed"
[ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 18')" = true ] || skip "node 18 or later is needed, this is $(node --version)"

mkdir -p "$folder"
# The program loads sanitizers when it was built with them; node must not.
unset LD_PRELOAD
if ! cmp -s "$here/package-lock.json" "$folder/installed"; then
    rm -rf "$folder/installed" "$folder/node_modules"
    cp "$here/package.json" "$here/package-lock.json" "$folder"
    if ! (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-timeout=20000) > "$folder/npm.log" 2>&1; then
        tail -n 15 "$folder/npm.log"
        (cd "$folder" && npm ping --fetch-retries=0 --fetch-timeout=10000) > /dev/null 2>&1 || skip "the npm registry cannot be reached"
        echo "the packages cannot be installed, although the registry answers"
        exit 1
    fi
    cp "$here/package-lock.json" "$folder/installed"
fi
cp "$here/clients.mjs" "$folder" # modules are looked for beside it

"$program" --tls > "$folder/tls.json" &
encrypted=$!
"$program" > "$folder/plain.json" &
plain=$!
trap 'kill $encrypted $plain 2> /dev/null; wait $encrypted $plain 2> /dev/null; rm -f "$folder/tls.json" "$folder/plain.json"' EXIT INT TERM
for file in tls plain; do
    tries=0
    while [ ! -s "$folder/$file.json" ]; do
        tries=$((tries + 1))
        [ $tries -le 200 ] || { echo "the sandbox did not start"; exit 1; }
        sleep 0.1
    done
done

SANDBOX=$(cat "$folder/tls.json")
SANDBOX_PLAIN=$(cat "$folder/plain.json")
NODE_EXTRA_CA_CERTS=$(node -p 'JSON.parse(process.argv[1]).ca_certificate' "$SANDBOX")
export SANDBOX SANDBOX_PLAIN NODE_EXTRA_CA_CERTS
cd "$folder"
node --test clients.mjs
