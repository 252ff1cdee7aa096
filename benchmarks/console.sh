#!/usr/bin/env bash
# How long the console's pages take, one after the other, in a workspace of 10,000 service users: prints a Markdown
# table of medians of three runs. Needs wrk. SECONDS_PER_RUN (5), USERS (10000) and KEYLEDGER_PORT (8097) choose otherwise.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
SECONDS_PER_RUN=${SECONDS_PER_RUN:-5}
source benchmarks/lib.sh

users=${USERS:-10000}
start_keyledger
(sleep 5 && date -u +%FT%TZ > "$folder/during") &
fill 1 "$((users * 2))"

token() { grep -o 'name="_csrf" value="[^"]*"' | head -n 1 | cut -d '"' -f 4; }
csrf=$(curl -s -c "$folder/cookies" "$base/console/sign-in" | token)
curl -s -o /dev/null -b "$folder/cookies" -c "$folder/cookies" "$base/console/sign-in" \
    --data-urlencode "key=$administrator" --data-urlencode "_csrf=$csrf"
session=$(awk '/keyledger-console/ { print $6 "=" $7 }' "$folder/cookies")
user=$(curl -s -b "$session" "$base/console/bench-0/service-users" |
    grep -o '/console/bench-0/service-users/[0-9a-f-]\{36\}"' | head -n 1 | tr -d '"')

latencies() { # path, seconds: p50, p95 and p99 in ms, and how many answers were no 2xx
    wrk -t1 -c1 -d"$2s" -H "Cookie: $session" -s benchmarks/percentiles.lua "$base$1" |
        awk '/^percentiles/ { print $2, $3, $4, $5 }'
}
row() { # what, path
    for _ in 1 2 3; do latencies "$2" "$seconds"; done | sort -k3n | awk -v what="$1" '
        NR == 2 { printf "| %s | %.1f | %.1f | %.1f | %d |\n", what, $1, $2, $3, $4 }'
}

latencies /console/bench-0/service-users 15 > /dev/null
machine
echo "Settings: $users service users in the workspace, one visitor, $seconds s a run after 15 s of warm-up, medians of three by p99."
echo
echo "| page | p50 in ms | p95 | p99 | not 2xx |"
echo "| --- | --- | --- | --- | --- |"
row "list of service users, first page" /console/bench-0/service-users
row "the same, searched" "/console/bench-0/service-users?q=user-99"
row "the same, in order of last use" "/console/bench-0/service-users?sort=-lastUsed"
row "the same, as of a moment" "/console/bench-0/service-users?at=$(date -u +%FT%TZ)"
row "a service user" "$user"
row "its permissions" "$user/permissions"
row "timeline" /console/bench-0/timeline
row "who can" "/console/bench-0/who-can?permission=catalog.assets:view"
row "what most of these users were made in, compared" "/console/bench-0/compare?at=$(cat "$folder/during")"
