#!/usr/bin/env bash
# Keyledger beside Keycloak, better-auth, a bare GET and PostgreSQL's own commits, all on one PostgreSQL in the same run: prints a
# Markdown table of medians of three runs each. Needs wrk, Node with npm, and psql (and pgbench for its row); fetches Keycloak's distribution (180 MB) by Maven.
# SECONDS_PER_RUN (8), WARM_UP_SECONDS (60, of which the peers' rounds of warm-up are parts) and KEYLEDGER_PORT (8097) choose otherwise.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
source benchmarks/lib.sh

keycloak_version=26.7.3
keycloak_port=$((KEYLEDGER_PORT + 2)) better_auth_port=$((KEYLEDGER_PORT + 3))
keycloak=http://127.0.0.1:$keycloak_port better_auth=http://127.0.0.1:$better_auth_port

start_keycloak() {
    ./mvnw -q -B -ntp -N dependency:unpack -Dartifact=org.keycloak:keycloak-quarkus-dist:$keycloak_version:zip \
        -DoutputDirectory="$folder/keycloak" -DmarkersDirectory="$folder/markers"
    sql psql -q -d postgres -c 'CREATE DATABASE keycloak'
    JAVA_HOME=$(dirname "$(dirname "$java25")") KC_DB=postgres KC_DB_URL=jdbc:postgresql://127.0.0.1:$postgres_port/keycloak \
        KC_DB_USERNAME=postgres KC_DB_PASSWORD=$password KC_BOOTSTRAP_ADMIN_USERNAME=admin \
        KC_BOOTSTRAP_ADMIN_PASSWORD=admin KC_HTTP_ENABLED=true KC_HOSTNAME_STRICT=false KC_HTTP_HOST=127.0.0.1 \
        KC_HTTP_PORT=$keycloak_port KC_HTTP_MANAGEMENT_PORT=$((KEYLEDGER_PORT + 4)) KC_CACHE=local KC_LOG_LEVEL=error \
        bash "$folder/keycloak/keycloak-$keycloak_version/bin/kc.sh" start > "$folder/keycloak.out" 2>&1 &
    started+=($!)
    until_answered "$keycloak/realms/master" $!
    bash benchmarks/keycloak.sh "$keycloak" "$folder"
}

start_better_auth() {
    cp benchmarks/better-auth/* "$folder"
    npm --prefix "$folder" install --silent --no-audit --no-fund
    sql psql -q -d postgres -c 'CREATE DATABASE better_auth'
    PORT=$better_auth_port DATABASE=postgres://postgres:$password@127.0.0.1:$postgres_port/better_auth \
        node "$folder/server.mjs" > "$folder/better-auth.out" 2>&1 &
    started+=($!)
    until grep -q ready "$folder/better-auth.out"; do kill -0 $!; sleep 0.1; done
}

# Those that were created since the last call, so that each gets a group and a key once.
last_user=00000000-0000-0000-0000-000000000000
new_users() {
    local n
    for n in $(seq 30); do
        [ "$n" = 1 ] || sleep 1
        read_new_users
        [ ! -s "$folder/users" ] || break
    done
    last_user=$(tail -n 1 "$folder/users")
    [ -n "$last_user" ] || { echo "the view has no new service user after 30 s" >&2; return 1; }
}
read_new_users() {
    sql psql -Atq -d keyledger -c "SELECT id FROM views.service_user_v1 WHERE workspace = 'bench-0' AND valid_to = 9223372036854775807
        AND username LIKE 'u%' AND username NOT LIKE 'user%' AND id > '$last_user' ORDER BY id" > "$folder/users"
}

keyledger_runs() { # how to measure
    WAY=check "$@" check 128 -s benchmarks/check.lua "$base"
    WAY=introspect "$@" introspect 16 -s benchmarks/peers.lua "$base"
    WAY=create "$@" create 32 -s benchmarks/peers.lua "$base"
    # More than are assigned and get keys meanwhile, whichever is quicker.
    WAY=create load 32 "$seconds" -s benchmarks/peers.lua "$base" > /dev/null
    sleep 2 # until the view has them
    new_users
    WAY=assign "$@" assign 32 -s benchmarks/peers.lua "$base"
    WAY=key "$@" key 32 -s benchmarks/peers.lua "$base"
}

row() { # name, what, connections, the peer's name and how often it
    local rate p99 errors
    read -r rate p99 errors <<< "$(printf '%s' "${runs[$1]}" | median)"
    awk -v what="$2" -v c="$3" -v r="$rate" -v p="$p99" -v e="$errors" -v k="$(rate "$4")" -v b="$(rate "$5")" '
        BEGIN { printf "| %s | %d | %d | %.1f | %d | %.2f | %.2f |\n", what, c, r, p, e, r / k, r / b }'
}

start_keyledger
postgres_port=$(sed -n 4p "$KEYLEDGER_DATA/postgres/postmaster.pid")
password=$(cat "$KEYLEDGER_DATA/postgres.password")
fill 20 10000
export KEYS=$folder/keys TOKEN=$folder/token CALLER=$administrator
GROUP_ID=$(curl -s "$base/api/v1/workspaces/bench-0/groups" -H "X-API-Key: $administrator" |
    grep -o '"id":"[^"]*","name":"viewers"' | cut -d '"' -f 4)
export GROUP_ID
start_bare_get
start_keycloak
start_better_auth
[ -z "$pgbench" ] || prepare_commits
begin_changes

export USERS=$folder/users
bearer="Bearer $administrator" basic="Basic $(printf gateway:gateway-secret | base64)" admin="Bearer $(cat "$folder/admin-token")"
# Until neither of two rounds is quicker than the one before by a twentieth, twelve at most; puts their rates into the array
# trend. A round is a command that puts its rate into round_rate.
until_settled() { # the command
    local before=0 settled=0
    trend=()
    for _ in $(seq 12); do
        "$@"
        trend+=("$round_rate")
        settled=$(awk -v r="$round_rate" -v b="$before" -v n="$settled" 'BEGIN { print (r > b * 1.05 ? 0 : n + 1) }')
        [ "$settled" -lt 2 ] || return 0
        before=$round_rate
    done
    trend+=("and rising")
}
round() { round_rate=$(load "$2" "$1" "${@:3}" | cut -d ' ' -f 1); } # seconds, connections, wrk's arguments
# Of all that Keyledger is measured by; its rate is that of the three commands together.
keyledger_round() {
    runs=()
    keyledger_runs measure
    round_rate=$(awk -v a="$(rate create)" -v b="$(rate assign)" -v c="$(rate key)" 'BEGIN { printf "%d", a + b + c }')
}
AUTHORIZATION=$bearer until_settled keyledger_round
own_trend=${trend[*]}
runs=()
AUTHORIZATION=$basic WAY=keycloak-introspect until_settled round "$((warm_up / 2))" 16 -s benchmarks/peers.lua "$keycloak"
introspect_trend=${trend[*]}
AUTHORIZATION=$admin WAY=keycloak-create until_settled round "$((warm_up / 4))" 16 -s benchmarks/peers.lua "$keycloak"
create_trend=${trend[*]}
verified=$(curl -s -X POST "$better_auth/create" | grep -o '"key":"[^"]*"' | cut -d '"' -f 4)
cat > "$folder/verify.lua" << LUA
wrk.method = "POST"
wrk.body = "$verified"
LUA
echo 'wrk.method = "POST"' > "$folder/post.lua"
until_settled round "$((warm_up / 4))" 32 -s "$folder/post.lua" "$better_auth/create"
better_auth_trend=${trend[*]}
until_settled round "$((warm_up / 4))" 32 -s "$folder/verify.lua" "$better_auth/verify"
verify_trend=${trend[*]}
load 128 "$((warm_up / 4))" "$bare/bare" > /dev/null

for _ in 1 2 3; do
    measure bare 128 "$bare/bare"
    [ -z "$pgbench" ] || measure_commits pgbench
    AUTHORIZATION=$bearer keyledger_runs measure
    AUTHORIZATION=$basic WAY=keycloak-introspect measure keycloak-introspect 16 -s benchmarks/peers.lua "$keycloak"
    AUTHORIZATION=$admin WAY=keycloak-create measure keycloak-create 16 -s benchmarks/peers.lua "$keycloak"
    measure better-auth-create 32 -s "$folder/post.lua" "$better_auth/create"
    measure better-auth-verify 32 -s "$folder/verify.lua" "$better_auth/verify"
done

end_changes

machine
echo "Settings: $seconds s a run, a grant of Keyledger's changing every 100 ms meanwhile ($changed), medians of three; Keycloak $keycloak_version,"
echo "better-auth $(grep -o '"better-auth": "[^"]*"' benchmarks/better-auth/package.json | cut -d '"' -f 4) on Node $(node --version)."
echo "Each warmed until neither of two rounds was quicker than the one before by a twentieth, twelve rounds at most: Keyledger in rounds of $((6 * seconds)) s of all that is measured, told by its three commands together, $own_trend a second; Keycloak's introspections in rounds of $((warm_up / 2)) s $introspect_trend, its creates in rounds of $((warm_up / 4)) s $create_trend; better-auth's creates in such rounds $better_auth_trend, its verifications $verify_trend; the bare GET for $((warm_up / 4)) s."
echo
echo "| what | connections | a second | p99 in ms | not 2xx | × Keycloak's | × better-auth's |"
echo "| --- | --- | --- | --- | --- | --- | --- |"
row bare "bare GET" 128 keycloak-introspect better-auth-verify
[ -z "$pgbench" ] || row pgbench "PostgreSQL: durable one-row commits" 32 keycloak-introspect better-auth-verify
row check "check, recorded" 128 keycloak-introspect better-auth-verify
row introspect "introspection, recorded" 16 keycloak-introspect better-auth-verify
row keycloak-introspect "Keycloak: introspection, events on" 16 keycloak-introspect better-auth-verify
row better-auth-verify "better-auth: verify a key" 32 keycloak-introspect better-auth-verify
row create "create a service user" 32 keycloak-create better-auth-create
row assign "assign a group" 32 keycloak-create better-auth-create
row key "generate a key" 32 keycloak-create better-auth-create
row keycloak-create "Keycloak: create a client with service account, admin events on" 16 keycloak-create better-auth-create
row better-auth-create "better-auth: create a key" 32 keycloak-create better-auth-create
