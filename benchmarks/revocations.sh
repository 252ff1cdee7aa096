#!/usr/bin/env bash
# Whether anything passes by a permission that is gone: pairs of a revocation at one node and the first check at another,
# on one database, while both are asked for other checks. Prints a Markdown table; ends with 1 if anything passed.
# PAIRS (100000), OTHERS (500, checks a second that each node is asked beside them) and KEYLEDGER_PORT (8097) choose otherwise.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
source benchmarks/lib.sh

pairs=${PAIRS:-100000}
others=${OTHERS:-500}
second=http://127.0.0.1:$((KEYLEDGER_PORT + 1))

# A node of the command side on the database of the single process.
start_second_node() {
    ./mvnw -q -B -ntp -Dmaven.test.skip -Dexec.skip -pl command-side -am package
    KEYLEDGER_PORT=$((KEYLEDGER_PORT + 1)) KEYLEDGER_KEY_FOLDER=$folder KEYLEDGER_PEPPER_FOLDER=$KEYLEDGER_DATA/peppers \
        KEYLEDGER_DATABASE_URL=jdbc:postgresql://127.0.0.1:$(sed -n 4p "$KEYLEDGER_DATA/postgres/postmaster.pid")/keyledger \
        KEYLEDGER_DATABASE_PASSWORD_FILE=$KEYLEDGER_DATA/keyledger_command.password \
        "$java25" @standalone/jvm.options -jar command-side/target/command-side-app.jar > "$folder/second.out" 2>&1 &
    started+=($!)
    until_answered "$second/health/ready" $!
}

start_keyledger
start_second_node
fill 20 1000
machine
echo "Settings: 32 workers, every other of which revokes at the one node and checks at the other; each node is asked for $others other checks a second."
echo
tool Revocations "$base" "$second" "$administrator" "$folder/keys" "$pairs" "$others"
