#!/usr/bin/env bash
# The parts that each check goes through, by JMH: prints a Markdown table of nanoseconds an operation.
# FORKS (3), SECONDS_PER_RUN (1) and PATTERN (all) choose otherwise.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
result=$(mktemp)
trap 'rm -f "$result"' EXIT

./mvnw -q -B -ntp -pl benchmarks/jmh -am package -Dmaven.test.skip
for home in "${KEYLEDGER_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk*; do
    [ -x "$home/bin/java" ] && "$home/bin/java" -version 2>&1 | grep -q 'version "25' && java25=$home/bin/java && break
done
[ -n "${java25:-}" ] || { echo "A JDK 25 is needed; KEYLEDGER_JAVA_HOME names one." >&2; exit 1; }

"$java25" --sun-misc-unsafe-memory-access=allow -cp "benchmarks/jmh/target/classes:benchmarks/jmh/target/lib/*" org.openjdk.jmh.Main "${PATTERN:-.*}" \
    -bm avgt -tu ns -f "${FORKS:-3}" -wi 2 -w "${SECONDS_PER_RUN:-1}" -i 3 -r "${SECONDS_PER_RUN:-1}" -t 1 -jvmArgsAppend --sun-misc-unsafe-memory-access=allow \
    -rf csv -rff "$result" > /dev/null

echo "Machine: $(nproc) cores, $(uname -sm); commit $(git rev-parse --short HEAD); $(date -u +%Y-%m-%d)."
echo "Settings: ${FORKS:-3} forks, 3 iterations of ${SECONDS_PER_RUN:-1} s each, one thread; 99.9 % confidence."
echo
echo "| part | uses | ns | ± |"
echo "| --- | --- | --- | --- |"
tr -d '"\r' < "$result" | awk -F, 'NR > 1 {
    sub(/.*benchmark\./, "", $1); printf "| %s | %s | %.0f | %.0f |\n", $1, $8, $5, $6 }'
