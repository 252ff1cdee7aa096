#!/usr/bin/env bash
# Makes the built jar start in less than half the time: unpacks it into target/quick, lets Spring determine its
# parts ahead of time, starts it once on a folder of its own, fills that with demo data, and keeps what the JVM learnt
# of its classes and methods (JEP 483, 514, 515) in target/quick/keyledger.aot: also of those that only commands,
# checks and views use.
# Keyledger starts without it, too, only more slowly, and compiles for longer.
# What was made of the same jar, options and JDK before is left as it is. JAVA_HOME must be a JDK 25.
set -euo pipefail

standalone="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
target="$standalone/target"
java="$JAVA_HOME/bin/java"
quick="$target/quick"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Which parts there are when no setting decides otherwise, as classes of the jar (AheadOfTime reads them).
determine_parts() (
    cd "$scratch" && mkdir classes && {
        env -i "$java" -Dspring.aot.repositories.enabled=false -cp "$quick/keyledger.jar" \
            org.springframework.boot.SpringApplicationAotProcessor io.keyledger.standalone.AheadOfTime \
            sources resources classes io.keyledger standalone &&
            find sources -name '*.java' > list &&
            "$JAVA_HOME/bin/javac" -proc:none -parameters -cp "$quick/keyledger.jar" -d classes @list &&
            "$JAVA_HOME/bin/jar" --update --file "$quick/keyledger.jar" -C classes .
    } > out 2>&1
)

# Fills what was started with demo data as soon as it answers.
fill() { # its process
    for _ in $(seq 1200); do
        if grep -q ' answers on ' "$scratch/out"; then
            "$java" @"$standalone/jvm.options" -jar "$quick/keyledger.jar" demo >> "$scratch/out" 2>&1
            return
        fi
        kill -0 "$1" 2> /dev/null || return 1
        sleep 0.1
    done
    return 1
}

# Ends the start it began when that has done something; the JVM then writes what it learnt.
learn() {
    local process filled=yes
    export KEYLEDGER_PORT=$((20000 + RANDOM)) KEYLEDGER_ADDRESS=127.0.0.1
    KEYLEDGER_DATA=$(mktemp -d "$scratch/data.XXXX")
    export KEYLEDGER_DATA
    "$java" @"$standalone/jvm.options" -XX:AOTCacheOutput="$scratch/keyledger.aot" \
        -jar "$quick/keyledger.jar" > "$scratch/out" 2>&1 &
    process=$!
    fill "$process" || filled=no
    kill "$process" 2> /dev/null || true
    wait "$process" || true
    [ "$filled" = yes ] && mv "$scratch/keyledger.aot" "$quick/keyledger.aot"
}

made_of=$({ cat "$0" "$standalone/jvm.options" "$target/keyledger.jar" && "$java" -version 2>&1; } | cksum)
[ "$(cat "$quick/made-of" 2> /dev/null)" != "$made_of" ] || exit 0

rm -rf "$quick"
"$java" -Djarmode=tools -jar "$target/keyledger.jar" extract --destination "$quick" > "$scratch/out"
determine_parts && { learn || learn; } || {
    cat "$scratch/out" >&2
    exit 1
}
echo "$made_of" > "$quick/made-of"
