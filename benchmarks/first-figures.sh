#!/usr/bin/env bash
# First figures: checks, creating service users and replay over HTTP, each the median of three runs, beside a
# bare GET of the same process; and starts, the median of five. Needs wrk. Prints a Markdown table.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
command -v wrk > /dev/null || { echo "wrk is needed (Debian: apt-get install wrk)" >&2; exit 1; }

seconds=${SECONDS_PER_RUN:-8}
warm_up=${WARM_UP_SECONDS:-60}
folder=$(mktemp -d)
export KEYLEDGER_PORT=${KEYLEDGER_PORT:-8097} KEYLEDGER_DATA=$folder/data
base=http://127.0.0.1:$KEYLEDGER_PORT

# Until it says that it answers, and does. To ask it all the time would take it a second of two cores.
start() {
    local begun=$EPOCHREALTIME now line='' all='' said
    exec {said}< <(exec ./keyledger 2>&1)
    until [[ $line = *" answers on "* ]]; do
        read -r line <&"$said" || { echo "$all" >&2; exit 1; }
        now=$EPOCHREALTIME all+="$line"$'\n'
    done
    curl -sf -o /dev/null "$base/health/ready" || { echo "It is not ready when it says so." >&2; exit 1; }
    awk -v a="$begun" -v b="$now" 'BEGIN { printf "%.1f\n", b - a }'
}

starts() { # how often; prints the median
    local each
    for each in $(seq "$1"); do
        start
        stop
    done | sort -n | awk '{ all[NR] = $1 } END { printf "%s s (%s to %s)", all[(NR + 1) / 2], all[1], all[NR] }'
}

stop() {
    local process
    process=$(cat "$KEYLEDGER_DATA/keyledger.lock" 2> /dev/null) || return 0
    kill "$process" 2> /dev/null || true
    while kill -0 "$process" 2> /dev/null; do sleep 0.05; done
}

trap 'stop; rm -rf "$folder"' EXIT

kl() { curl -s -X "$1" "$base/api/v1$2" -H "X-API-Key: $(cat "$KEYLEDGER_DATA/bootstrap-admin.key")" -H 'Content-Type: application/json' "${@:3}"; }
field() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }
number() { grep -o "\"$1\":[0-9]*" | head -n 1 | cut -d ':' -f 2; }
rate() { wrk -t1 -c"$1" -d"$2s" --latency "${@:3}" | awk '/Requests\/sec/ { r = $2 } /99%/ { p = $2 } /Non-2xx/ { e = $NF } END { print r, p, e + 0 }'; }

median() { # name, connections, wrk's arguments
    local runs
    runs=$(for _ in 1 2 3; do rate "$2" "$seconds" "${@:3}"; done | sort -n)
    echo "$runs" | awk -v name="$1" -v c="$2" 'NR == 2 { r = $1; p = $2 } { e += $3 } END { printf "| %s | %d | %d/s | %s | %d |\n", name, c, r, p, e }'
}

# Builds, if there is something to build.
KEYLEDGER_DATA=$folder/unused start > /dev/null
KEYLEDGER_DATA=$folder/unused stop

first=$(start)

kl POST /workspaces -d '{"slug":"bench","name":"Bench"}' > /dev/null
role=$(kl POST /workspaces/bench/roles -d '{"name":"reader","permissions":["catalog:view"]}' | field id)
group=$(kl POST /workspaces/bench/groups -d "{\"name\":\"readers\",\"roles\":[\"$role\"]}" | field id)
user=$(kl POST /workspaces/bench/service-users -d "{\"username\":\"checked\",\"groups\":[\"$group\"]}" | field id)
key=$(kl POST "/workspaces/bench/service-users/$user/keys" -d '{"name":"key"}' | field key)

cat > "$folder/check.lua" << LUA
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["X-API-Key"] = "$(cat "$KEYLEDGER_DATA/bootstrap-admin.key")"
wrk.body = '{"key":"$key","permission":"catalog:view","address":"10.1.2.3"}'
LUA
cat > "$folder/create.lua" << LUA
local run, n = tostring(os.time()) .. tostring({}):sub(8), 0
request = function()
  n = n + 1
  return wrk.format("POST", "/api/v1/workspaces/bench/service-users",
    {["Content-Type"] = "application/json", ["X-API-Key"] = "$(cat "$KEYLEDGER_DATA/bootstrap-admin.key")"},
    '{"username":"u' .. run:gsub("[^%w]", "") .. '-' .. n .. '"}')
end
LUA

rate 64 "$warm_up" -s "$folder/check.lua" "$base/api/v1/checks" > /dev/null
rate 32 "$((warm_up / 2))" -s "$folder/create.lua" "$base/" > /dev/null
rate 32 "$((warm_up / 2))" "$base/health/live" > /dev/null

echo "Machine: $(nproc) cores, $(uname -sm); commit $(git rev-parse --short HEAD); $(date -u +%Y-%m-%d)"
echo
echo "| what | connections | rate | p99 | refused |"
echo "| --- | --- | --- | --- | --- |"
median "bare GET (/health/live)" 32 "$base/health/live"
median "check, recorded" 32 -s "$folder/check.lua" "$base/api/v1/checks"
median "check, recorded" 128 -s "$folder/check.lua" "$base/api/v1/checks"
median "create service user" 32 -s "$folder/create.lua" "$base/"

replay=$(kl POST /replays -d '{"view":"all"}' | field id)
while [ "$(kl GET "/replays/$replay" | field state)" = running ]; do sleep 0.5; done
echo
echo "Replay of all views: $(kl GET "/replays/$replay" | number head) ledger entries, $(kl GET "/replays/$replay" | number ratePerSecond) entries/s, identical: $(kl GET "/replays/$replay" | grep -o '"identical":[a-z]*' | head -n 1 | cut -d ':' -f 2)."
stop
again=$(starts 5)
echo "Start to ready: $first s on an empty data directory, $again on this one, in five starts."
