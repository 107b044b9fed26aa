#!/usr/bin/env bash
# Lets three secrets and an e-mail address go through the programs, well and badly, and searches what they left behind: no file, no
# log and no output may hold one of them, but the keychain (the secrets) and the journal (the address).
#
#   tests/session.sh tests/app/canaries.sh build/asan/bin
set -euo pipefail
bin=$(realpath "$1")
work=$(mktemp -d)
sandbox=
cleanup() {
    [ -z "$sandbox" ] || kill "$sandbox" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
mkdir "$work/given" "$work/out" "$work/home" # what we hand in, what is printed, what is kept
export CONSENT_BRIDGE_HOME="$work/home" TMPDIR="$work/home" QT_QPA_PLATFORM=offscreen
export QT_LOGGING_RULES="*.debug=true;qt.*=false" # whatever the programs would log at their most talkative
address=canary.of.the.mine@example.net

mkfifo "$work/given/ready"
"$bin/consent-bridge-sandbox" --contacts 60 >"$work/given/ready" 2>"$work/out/sandbox" &
sandbox=$!
read -r ready <"$work/given/ready"
member() { sed -E "s/.*\"$1\":\"([^\"]*)\".*/\1/" <<<"$ready"; }
client_secret=$(member client_secret)
didomi_secret=$(member didomi_secret)
next_secret=the-next-canary~$RANDOM$RANDOM
export DIDOMI_SECRET=$didomi_secret

cat >"$work/given/didomi.json" <<JSON
{
    "type_id": "microsoft-dynamics",
    "authentication": {
        "client_id": "$(member client_id)",
        "client_secret": "$client_secret",
        "tenant_id": "$(member tenant)",
        "instance": "$(member dataverse)"
    },
    "mappings": [
        {"id": "$(member boolean_column)", "value": "consents_purposes_newsletter_enabled"},
        {"id": "emailaddress1", "value": "organization_user_id"}
    ],
    "upsert_mode": true
}
JSON
cat >"$work/given/event.json" <<JSON
{
    "id": "7a1f8a52-29c4-4c0e-8f0a-0d8a3b1c6e11",
    "created_at": "2026-11-20T08:15:00Z",
    "user": {"organization_user_id": "$address"},
    "consents": {"purposes": [{"id": "newsletter", "enabled": true}]}
}
JSON

# Runs one command, keeps what it prints, and checks its exit code.
try() {
    local name=$1 expected=$2 code=0
    shift 2
    "$bin/consent-bridge-cli" "$@" >"$work/out/$name.stdout" 2>"$work/out/$name.stderr" || code=$?
    if [ "$code" != "$expected" ]; then
        echo "$name ended with $code instead of $expected"
        sed "s/$address/(the address)/g" "$work/out/$name.stderr"
        # Without a keyring there is nothing to try; where tests/session.sh made one, that is a failure.
        [ "$name$code" != import4 ] || [ "${CONSENT_BRIDGE_REQUIRE_KEYRING:-}" = 1 ] || exit 77
        exit 1
    fi
}
try import 0 integration import "$work/given/didomi.json" --name Canary --environment sandbox \
    --didomi-organization "$(member organization_id)" --didomi-api-url "$(member didomi)" --didomi-key "$(member didomi_key)" \
    --didomi-secret-ref env:DIDOMI_SECRET --authority "$(member authority)" --match key --match-column "$(member alternate_key)"
try list 0 integration list
try show 0 integration show Canary
try export 0 integration export Canary
try validate 0 integration validate Canary
try test 0 test Canary
try testjson 0 test Canary --json
try testjunit 0 test Canary --junit
try doctor 0 doctor Canary
try doctorjson 0 doctor Canary --json
# The new secret is kept, tried, and takes the old one's place.
printf '%s\n' "$next_secret" | try nextset 0 next-secret Canary --set --expires 2099-03-31
try expiry 0 expiry --ics "$work/out/expiry.ics"
grep -qF 20990331 "$work/out/expiry.ics"
try nextwrong 8 test Canary --next-secret
try nextforget 0 next-secret Canary --forget
printf '%s\n' "$client_secret" | try nextset 0 next-secret Canary --set
try nexttest 0 test Canary --next-secret
try nextswitch 0 next-secret Canary --switch
try switched 0 test Canary
DIDOMI_SECRET=${didomi_secret}x try wrongsecret 8 test Canary
try unknown 3 preview Canary --user "nobody.$address"
# A preview and a push are about the person who was named: their answer on standard output names her, nothing else does.
try preview 0 preview Canary --event "$work/given/event.json"
try push 0 push Canary --event "$work/given/event.json" --json
grep -q '"outcome": "created"' "$work/out/push.stdout"
grep -qF "$address" "$work/out/preview.stdout"
rm "$work/out/preview.stdout" "$work/out/push.stdout"
try doctorafter 0 doctor Canary # the calls before it named her
"$bin/consent-bridge" --practice --render "$work/home/pictures" >"$work/out/window" 2>&1
kill "$sandbox"
wait "$sandbox" || true
sandbox=
try unreachable 8 test Canary
try unreachablepush 5 push Canary --event "$work/given/event.json"
rm "$work/out/unreachablepush.stdout"

# The journal must hold the address, or this test would search in the wrong place.
grep -qrF "$address" "$work"/home/journal.sqlite*
grep -qaF didomi_session "$work"/home/tests.sqlite* # nor without the history of tests

found=0
look_for() {
    local what=$1 text=$2 forms form
    shift 2
    forms=("$text" "$(printf %s "$text" | base64 -w0)" "$(printf %s "$text" | sed 's/@/%40/g; s/~/%7E/g')")
    for form in "${forms[@]}"; do
        if grep -rlaF "$@" -- "$form" "$work/home" "$work/out" | sed "s|^$work/|$what stands in |"; then
            found=1
        fi
    done
}
look_for "the client secret" "$client_secret"
look_for "the new secret" "$next_secret"
look_for "the Didomi secret" "$didomi_secret"
look_for "the address" "$address" --exclude='journal.sqlite*'
[ $found = 0 ] && echo "no canary has left its place"
exit $found
