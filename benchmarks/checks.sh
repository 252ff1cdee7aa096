#!/usr/bin/env bash
# Checks at speed, against yardsticks of the same run: prints a Markdown table of medians of three runs each.
# 10,000 keys of 20 workspaces in turn, guards on each (Fill), 1 % refusals, a grant changing every 100 ms, ledger
# and views running; load, server and database share the machine. At last what guesses and a huge workspace do to valid keys.
# Needs wrk, and pgbench for its row.
# SECONDS_PER_RUN (8), WARM_UP_SECONDS (120), KEYS (10000) and KEYLEDGER_PORT (8097) choose otherwise.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# After one minute the compilers still take a twentieth of the processors, after two hardly anything.
: "${WARM_UP_SECONDS:=120}"
source benchmarks/lib.sh

keys=${KEYS:-10000}

row() { # name, what, times as many of it as requests
    local rate p99 errors
    read -r rate p99 errors <<< "$(printf '%s' "${runs[$1]}" | median)"
    awk -v what="$2" -v r="$rate" -v times="${3:-1}" -v p="$p99" -v e="$errors" -v b32="$(rate bare-32)" -v b128="$(rate bare-128)" '
        BEGIN { printf "| %s | %d | %.2f | %.2f | %s | %d |\n", what, r * times, r * times / b32, r * times / b128, p ? sprintf("%.1f", p) : "", e }'
}

counted() { curl -s "$base/metrics" | awk -v name="$1" 'index($1, name) == 1 { sum += $2 } END { printf "%d", sum }'; }
behind() { echo $(($(counted keyledger_view_lag_positions) + $(counted keyledger_ledger_pending))); }
# The changes go on, so that something is always on its way.
drain() { local n; for n in $(seq 1200); do [ "$(behind)" -gt 50 ] || return 0; sleep 0.2; done; }
size() { [ -z "$pgbench" ] || sql psql -Atq -d keyledger -c "SELECT pg_database_size('keyledger')"; }
begin_uses() { size_before=$(size) uses_before=$(counted keyledger_checks_total); }
bytes_a_use() { # since begin_uses, over everything
    local uses=$(($(counted keyledger_checks_total) - uses_before))
    [ -z "$pgbench" ] || echo "$((($(size) - size_before) / uses)), of $uses uses"
}

start_keyledger
start_bare_get
fill 20 "$keys"
export KEYS=$folder/keys CALLER=$administrator

begin_changes

WAY=check load 64 "$warm_up" -s benchmarks/check.lua "$base" > /dev/null
WAY=auth load 64 "$((warm_up / 4))" -s benchmarks/check.lua "$base" > /dev/null
load 4 "$((warm_up / 4))" -s benchmarks/batch.lua "$base" > /dev/null
load 64 "$((warm_up / 4))" "$bare/bare" > /dev/null

[ -z "$pgbench" ] || prepare_commits
# As in the long run, files of PostgreSQL's log are used again: making each of the first ones holds up every commit.
[ -z "$pgbench" ] || sql psql -q -d keyledger -c CHECKPOINT
drain
begin_uses
for _ in 1 2 3; do
    measure bare-32 32 "$bare/bare"
    WAY=check measure check-32 32 -s benchmarks/check.lua "$base"
    measure bare-128 128 "$bare/bare"
    WAY=check measure check-128 128 -s benchmarks/check.lua "$base"
    WAY=auth measure auth-128 128 -s benchmarks/check.lua "$base"
    measure batch-4 4 -s benchmarks/batch.lua "$base"
    if [ -n "$pgbench" ]; then
        measure_commits pgbench
    fi
done

drain
disk=$(bytes_a_use)

# Without a pause, for as long as shows whether views stay as far behind as they are; then how long until they are not.
kept_up() { # what, connections, wrk's arguments
    local rate p99 errors views ledger begun
    begin_uses
    with_lag load "$2" $((6 * seconds)) "${@:3}" > "$folder/lagging"
    read -r rate p99 errors views ledger < "$folder/lagging"
    begun=$EPOCHREALTIME
    drain
    printf '| %s | %.0f | %s | %.0f | %.1f | %s |\n' "$1" "$rate" "$views" "$ledger" \
        "$(awk -v a="$begun" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }')" "$(bytes_a_use)"
}
{
    WAY=check kept_up "check, 32 connections" 32 -s benchmarks/check.lua "$base"
    WAY=check kept_up "check, 128 connections" 128 -s benchmarks/check.lua "$base"
    kept_up "requests of 1,000 checks, 4 connections" 4 -s benchmarks/batch.lua "$base"
} > "$folder/kept"

# Asked at rates set beforehand, whether answers come or not; the last of them half of the highest for longer, with its lag.
declare -A open
at_rate() { # name, address, way, connections, a second
    open[$1]+="$(tool AtRate "$2" "$3" "$4" "$5" "$seconds" "$administrator" "$KEYS")"$'\n'
}
share() { awk -v rate="$(rate "$1")" -v part="$2" 'BEGIN { printf "%d", rate * part }'; } # name, part of its rate
half_32=$(share check-32 0.5) most_32=$(share check-32 0.8) half_128=$(share check-128 0.5) most_128=$(share check-128 0.8)
for _ in 1 2 3; do
    at_rate check-32-half "$base" check 32 "$half_32"
    at_rate check-32-most "$base" check 32 "$most_32"
    at_rate check-128-half "$base" check 128 "$half_128"
    at_rate check-128-most "$base" check 128 "$most_128"
    at_rate auth-128-half "$base" auth 128 "$half_128"
    at_rate bare-128-half "$bare" /bare 128 "$half_128"
done
open_row() { # name, what, a second: the median run by its p99, the longest and all that were refused of all runs
    local p99 p50 p999 longest errors reached
    read -r p99 p50 p999 _ _ reached <<< "$(printf '%s' "${open[$1]}" | median)"
    read -r longest errors <<< "$(printf '%s' "${open[$1]}" | awk '$4 > most { most = $4 } { errors += $5 } END { print most, errors + 0 }')"
    echo "| $2 | $3 | $reached | $p50 | $p99 | $p999 | $longest | $errors |"
}
with_lag tool AtRate "$base" check 128 "$half_128" "$((4 * seconds))" "$administrator" "$KEYS" > "$folder/half"
read -r half_p99 _ _ half_longest half_errors half_rate half_views half_ledger < "$folder/half"

resident=$(awk '/VmRSS/ { printf "%d MiB", $2 / 1024 }' "/proc/$keyledger/status")

jdk() { "$(dirname "$java25")/$1" "${@:2}"; }

# How often virtual threads were held to their carriers, however shortly.
pinned() { # what, wrk's arguments
    rm -f "$folder/pinned.jfr"
    jdk jcmd "$keyledger" JFR.start name=pinned settings="$PWD/benchmarks/pinned.jfc" > /dev/null
    load 32 "$((2 * seconds))" "${@:2}" > /dev/null
    jdk jcmd "$keyledger" JFR.dump name=pinned filename="$folder/pinned.jfr" > /dev/null
    jdk jcmd "$keyledger" JFR.stop name=pinned > /dev/null
    jdk jfr print --events VirtualThreadPinned "$folder/pinned.jfr" > "$folder/pinned"
    awk -v what="$1" '
        function ms(number, unit) { return unit == "s" ? number * 1000 : unit == "ms" ? number : number / 1000 }
        / duration = / { n++; took = ms($3, $4); sum += took; if (took > most) most = took }
        END { printf "%s %d times, %.1f ms in all and %.1f ms at most\n", what, n, sum, most }' "$folder/pinned"
}
WAY=check pinned "checks" -s benchmarks/check.lua "$base" > "$folder/pinned-checks"
WAY=create AUTHORIZATION="Bearer $administrator" pinned "creating service users" -s benchmarks/peers.lua "$base" > "$folder/pinned-creates"

machine
echo "Settings: $keys keys, $seconds s a run after $warm_up s of warm-up, medians of three."
echo
echo "| what | a second | × bare at 32 | × bare at 128 | p99 in ms | not 2xx |"
echo "| --- | --- | --- | --- | --- | --- |"
row bare-32 "bare GET, 32 connections"
row bare-128 "bare GET, 128 connections"
row check-32 "check, 32 connections"
row check-128 "check, 128 connections"
row auth-128 "GET /auth, 128 connections"
row batch-4 "checks in batches of 1,000, 4 connections" 1000
[ -z "$pgbench" ] || row pgbench "PostgreSQL: durable one-row commits, 32 clients"
echo
echo "| for $((6 * seconds)) s without a pause | requests a second | slowest view behind at most, s | ledger behind at most, records | all had caught up after, s | bytes a use |"
echo "| --- | --- | --- | --- | --- | --- |"
cat "$folder/kept"
echo
echo "| asked at a rate, latency from when each was due | asked a second | answered | p50 in ms | p99 | p99.9 | longest | not 2xx |"
echo "| --- | --- | --- | --- | --- | --- | --- | --- |"
open_row check-32-half "check, 32 connections, half of its rate above" "$half_32"
open_row check-32-most "check, 32 connections, four fifths" "$most_32"
open_row check-128-half "check, 128 connections, half of its rate above" "$half_128"
open_row check-128-most "check, 128 connections, four fifths" "$most_128"
open_row auth-128-half "GET /auth, 128 connections" "$half_128"
open_row bare-128-half "bare GET, 128 connections" "$half_128"
echo
printf 'At %d checks a second by 128 connections for %d s (p99 %.1f ms, longest %.1f, %d not 2xx), the slowest view was %s s behind at most, the ledger %.0f records.\n' \
    "$half_rate" "$((4 * seconds))" "$half_p99" "$half_longest" "$half_errors" "$half_views" "$half_ledger"
[ -z "$pgbench" ] || echo "Disk in bytes a use over events, journal, ledger, views and indexes: $disk."
echo "Resident memory after it: $resident."
echo "Virtual threads were held to their carriers in $((2 * seconds)) s by 32 connections: $(cat "$folder/pinned-checks"); $(cat "$folder/pinned-creates")."
echo
tool Neighbours "$base" "$administrator" "$folder/keys"
echo
tool Oracle "$base" "$administrator" "$folder/keys"
end_changes
echo
echo "Meanwhile: $changed."
