#!/usr/bin/env bash
# Checks for ten minutes by 32 connections, minute by minute: rate, latency, live heap, and how far ledger and views
# are behind at most. Prints a Markdown table. Needs wrk. MINUTES (10), WARM_UP_SECONDS (60), KEYS (10000) and KEYLEDGER_PORT
# (8097) choose otherwise.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
source benchmarks/lib.sh

minutes=${MINUTES:-10}
keys=${KEYS:-10000}

live_heap() { # in MiB, after a full collection
    "$(dirname "$java25")/jcmd" "$keyledger" GC.run > /dev/null
    "$(dirname "$java25")/jcmd" "$keyledger" GC.heap_info | grep -o 'used [0-9]*K' | awk '{ sum += $2 } NR == 2 { printf "%d", sum / 1024 }'
}

start_keyledger
fill 20 "$keys"
export KEYS=$folder/keys CALLER=$administrator WAY=check
begin_changes
load 32 "$warm_up" -s benchmarks/check.lua "$base" > /dev/null

machine
echo "Settings: $keys keys, a grant changing every 100 ms, 32 connections, after $warm_up s of warm-up."
echo
echo "| minute | checks a second | p99 in ms | not 2xx | live heap in MiB | ledger behind at most, records | slowest view behind at most, s |"
echo "| --- | --- | --- | --- | --- | --- | --- |"
for minute in $(seq "$minutes"); do
    with_lag load 32 60 -s benchmarks/check.lua "$base" > "$folder/lagging"
    read -r rate p99 errors views ledger < "$folder/lagging"
    printf '| %d | %.0f | %.1f | %d | %s | %.0f | %s |\n' "$minute" "$rate" "$p99" "$errors" "$(live_heap)" "$ledger" "$views"
done
end_changes
echo
echo "Meanwhile: $changed."
