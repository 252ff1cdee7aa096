#!/usr/bin/env bash
# Makes the built jar start in less than half the time: unpacks it into target/quick, starts it once on
# a folder of its own and keeps what the JVM learnt of its classes and methods (JEP 483, 514, 515) in
# target/quick/keyledger.aot. Keyledger starts without it, too, only more slowly.
# JAVA_HOME must be a JDK 25.
set -euo pipefail

standalone="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
target="$standalone/target"
java="$JAVA_HOME/bin/java"
quick="$target/quick"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Ends the start it began as soon as that is ready; the JVM then writes what it learnt.
learn() {
    local port=$((20000 + RANDOM)) process
    KEYLEDGER_PORT=$port KEYLEDGER_ADDRESS=127.0.0.1 KEYLEDGER_DATA="$scratch/data" \
        "$java" @"$standalone/jvm.options" -XX:AOTCacheOutput="$scratch/keyledger.aot" \
        -jar "$quick/keyledger.jar" > "$scratch/out" 2>&1 &
    process=$!
    for _ in $(seq 1200); do
        if grep -q ' answers on ' "$scratch/out"; then
            kill "$process"
            wait "$process" || true
            mv "$scratch/keyledger.aot" "$quick/keyledger.aot"
            return
        fi
        kill -0 "$process" 2> /dev/null || return 1
        sleep 0.1
    done
    kill "$process"
    return 1
}

rm -rf "$quick"
"$java" -Djarmode=tools -jar "$target/keyledger.jar" extract --destination "$quick" > "$scratch/out"
learn || learn || {
    cat "$scratch/out" >&2
    exit 1
}
