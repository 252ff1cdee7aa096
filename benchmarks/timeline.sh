#!/usr/bin/env bash
# How long pages of the audit trail take, over the API and in the console, with ten million uses in it: prints a Markdown
# table. ENTRIES (10000000), USERS (1000), READS (200, of each page) and KEYLEDGER_PORT (8097) choose otherwise.
# Ten million take some minutes to fill and some gigabytes below TMPDIR.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
source benchmarks/lib.sh

entries=${ENTRIES:-10000000}
users=${USERS:-1000}
start_keyledger
fill 1 "$((users * 2))"

token() { grep -o 'name="_csrf" value="[^"]*"' | head -n 1 | cut -d '"' -f 4; }
csrf=$(curl -s -c "$folder/cookies" "$base/console/sign-in" | token)
curl -s -o /dev/null -b "$folder/cookies" -c "$folder/cookies" "$base/console/sign-in" \
    --data-urlencode "key=$administrator" --data-urlencode "_csrf=$csrf"
session=$(awk '/keyledger-console/ { print $6 "=" $7 }' "$folder/cookies")

machine
tool Timeline "$base" "$administrator" "$folder/keys" "$entries" "${READS:-200}" "$session"
echo
echo "On disk: $(du -sh "$KEYLEDGER_DATA/postgres" | cut -f 1), indexes and all."
