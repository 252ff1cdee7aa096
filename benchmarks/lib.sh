# For the load scripts of this folder, which source it: starting, measuring, and rows of a table.
# Closed loops by wrk with one thread, open ones by benchmarks/load; medians of the runs that were measured. $folder is the script's own, $seconds a run's.

command -v wrk > /dev/null || { echo "wrk is needed (Debian: apt-get install wrk)" >&2; exit 1; }

seconds=${SECONDS_PER_RUN:-8}
warm_up=${WARM_UP_SECONDS:-60}
folder=$(mktemp -d)
export KEYLEDGER_PORT=${KEYLEDGER_PORT:-8097} KEYLEDGER_DATA=$folder/data
base=http://127.0.0.1:$KEYLEDGER_PORT
started=()

finish() {
    for process in "${started[@]}"; do kill "$process" 2> /dev/null || true; done
    wait
    rm -rf "$folder"
}
trap finish EXIT

until_answered() { # address, process
    until curl -sf -m 5 -o /dev/null "$1"; do
        kill -0 "$2" 2> /dev/null || { cat "$folder"/*.out >&2; exit 1; }
        sleep 0.05
    done
}

# Builds what tool runs.
make_tools() { ./mvnw -q -B -ntp -Dmaven.test.skip -Dexec.skip -pl benchmarks/load package; }
tool() { # program of benchmarks/load, its arguments
    "$java25" -Xmx512m -XX:+UseSerialGC -cp "benchmarks/load/target/classes:benchmarks/load/target/lib/*" \
        "io.keyledger.benchmark.load.$1" "${@:2}"
}
fill() { tool Fill "$base" "$administrator" "$1" "$2" "$folder/keys"; } # workspaces, keys

start_keyledger() {
    make_tools
    ./keyledger > "$folder/keyledger.out" 2>&1 &
    keyledger=$!
    started+=("$keyledger")
    until_answered "$base/health/ready" "$keyledger"
    java25=$(readlink "/proc/$keyledger/exe")
    administrator=$(cat "$KEYLEDGER_DATA/bootstrap-admin.key")
    administrator=$(second_administrator)
}

# The yardstick: a GET that does nothing, at $bare.
start_bare_get() {
    ./mvnw -q -B -ntp -f benchmarks/bare-get/pom.xml -Dmaven.test.skip -Dexec.skip package
    bare=http://127.0.0.1:$((KEYLEDGER_PORT + 1))
    "$java25" @standalone/jvm.options -jar benchmarks/bare-get/target/bare-get.jar --server.port="$((KEYLEDGER_PORT + 1))" \
        --spring.threads.virtual.enabled=true > "$folder/bare.out" 2>&1 &
    started+=($!)
    until_answered "$bare/bare" $!
}

system() { curl -sf -X "$1" "$base/api/v1/workspaces/system$2" -H "X-API-Key: $administrator" -H 'Content-Type: application/json' "${@:3}"; }
field() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }

# Ids of all groups but the owners', as JSON has them. Views may not have the built-in ones yet.
groups() {
    local known
    for _ in $(seq 240); do
        known=$(system GET '/groups?limit=500')
        if [[ $known == *'"administrators"'* ]]; then
            grep -o '"id":"[^"]*","name":"[^"]*"' <<< "$known" | grep -v '"workspace-owners"' |
                cut -d '"' -f 4 | sed 's/.*/"&"/' | paste -sd ,
            return
        fi
        sleep 0.5
    done
    echo "Keyledger has no group of administrators after two minutes" >&2
    return 1
}

# Each use of the first administrator's key is a warning in the log, since it is for breaking glass.
second_administrator() {
    local groups user
    groups=$(groups)
    user=$(system POST /service-users -d "{\"username\":\"benchmarks\",\"groups\":[$groups]}" | field id)
    system POST "/service-users/$user/keys" -d '{"name":"benchmarks"}' | field key
}

# What a role of bench-0 grants changes every 100 ms, until end_changes.
begin_changes() {
    local role
    role=$(curl -sf "$base/api/v1/workspaces/bench-0/roles" -H "X-API-Key: $administrator" |
        grep -o '"id":"[^"]*"[^}]*"name":"reader"' | field id)
    ROLE=/api/v1/workspaces/bench-0/roles/$role CALLER=$administrator \
        wrk -t1 -c1 -d6h -s benchmarks/change.lua "$base" > "$folder/changes.out" 2>&1 &
    changes=$!
    started+=("$changes")
}

# Ends the changes; $changed tells how many there were, how many were refused, and what the first of these was told.
end_changes() {
    kill -INT "$changes" 2> /dev/null || true
    wait "$changes" || true
    changed=$(awk '/^first refused: / { first = ", the " $0 } / requests in / { n = $1 } /Non-2xx/ { refused = $NF }
        END { printf "%d changes of a grant, %d of them refused%s", n, refused, first }' "$folder/changes.out")
}

# Rate, p99 in milliseconds, answers that were no 2xx.
load() { # connections, seconds, wrk's arguments
    wrk -t1 -c"$1" -d"$2s" --latency "${@:3}" | awk '
        function ms(text) { return text ~ /us$/ ? text / 1000 : text ~ /ms$/ ? text + 0 : text * 1000 }
        /Requests\/sec/ { rate = $2 } /99%/ { p99 = ms($2) } /Non-2xx/ { errors = $NF }
        END { print rate, p99, errors + 0 }'
}

# The largest of a gauge's values.
metric() { curl -s "$base/metrics" | awk -v name="$1" 'index($1, name) == 1 && $2 > most { most = $2 } END { printf "%.1f", most }'; }

# What a command prints, and how far views (in seconds) and ledger (in records) were behind at most, looked at twice a second as the node
# tells it, which looks once a second itself.
with_lag() { # the command
    local views=0 ledger=0 loading
    "$@" > "$folder/load" &
    loading=$!
    while kill -0 "$loading" 2> /dev/null; do
        views=$(printf '%s\n' "$views" "$(metric keyledger_view_lag_seconds)" | sort -g | tail -n 1)
        ledger=$(printf '%s\n' "$ledger" "$(metric keyledger_ledger_pending)" | sort -g | tail -n 1)
        sleep 0.5
    done
    wait "$loading" || return 1
    echo "$(cat "$folder/load") $views $ledger"
}

declare -A runs
measure() { # name, connections, wrk's arguments
    runs[$1]+="$(load "$2" "$seconds" "${@:3}")"$'\n'
}
median() { sort -n | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'; }
rate() { printf '%s' "${runs[$1]}" | median | cut -d ' ' -f 1; }

sql() { PGPASSWORD=$(cat "$KEYLEDGER_DATA/postgres.password") "$1" -h 127.0.0.1 \
    -p "$(sed -n 4p "$KEYLEDGER_DATA/postgres/postmaster.pid")" -U postgres "${@:2}"; }

machine() { echo "Machine: $(nproc) cores, $(uname -sm); commit $(git rev-parse --short HEAD); $(date -u +%Y-%m-%d)."; }

# PostgreSQL alone, if there is pgbench: one row of an event's size and one commit each, by 32 clients.
pgbench=$(command -v pgbench || ls -d /usr/lib/postgresql/*/bin/pgbench 2> /dev/null | tail -n 1 || true)
prepare_commits() {
    sql psql -q -d postgres -c 'CREATE DATABASE bench'
    sql psql -q -d bench -c 'CREATE TABLE event (id bigserial PRIMARY KEY, stream uuid, sequence bigint, payload jsonb)'
    echo "INSERT INTO event (stream, sequence, payload) VALUES (gen_random_uuid(), 1, '{\"text\": \"$(head -c 280 /dev/zero | tr '\0' x)\"}');" > "$folder/commit.sql"
}
measure_commits() { # name
    runs[$1]+="$(sql "$pgbench" -n -M prepared -c 32 -j 1 -T "$seconds" -f "$folder/commit.sql" bench 2> /dev/null |
        awk '/^tps/ { print $3, 0, 0 }')"$'\n'
}
