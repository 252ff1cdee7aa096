#!/usr/bin/env bash
# Writes what docker-compose.yml needs and the repository must not hold: passwords, the first pepper,
# the key that signs checkpoints, a folder for the administrator's key, and .env with the user that the services run as. Everything
# is readable by that user alone, and what is there already stays.
# An argument names another folder to write to than the one of docker-compose.yml.
set -euo pipefail
umask 077

root=${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)}
secrets="$root/deploy/secrets"
mkdir -p "$secrets/peppers" "$secrets/checkpoints" "$root/deploy/keys"

random_hex() {
    head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n'
}

random_base64url() {
    head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'
}

write_once() {
    [ -s "$1" ] || { "$2" > "$1.new" && mv "$1.new" "$1"; }
}

for role in superuser owner command query; do
    write_once "$secrets/$role-password" random_hex
done
write_once "$secrets/peppers/pepper-1.key" random_base64url
# The provider says what the console's secret there is; until somebody writes it in, nobody reads the file.
[ -e "$secrets/oidc-client-secret" ] || : > "$secrets/oidc-client-secret"
write_once "$secrets/checkpoints/checkpoint.key" random_base64url

# Nothing runs as root: made by root, the files are handed to a user without a name.
user=$(id -u) group=$(id -g)
if [ "$user" = 0 ]; then
    user=10001 group=10001
    chown -R "$user:$group" "$secrets" "$root/deploy/keys"
fi

settings() {
    [ ! -f "$root/.env" ] || grep -v -E '^KEYLEDGER_(UID|GID)=' "$root/.env" || true
    echo "KEYLEDGER_UID=$user"
    echo "KEYLEDGER_GID=$group"
}
settings > "$root/.env.new"
mv "$root/.env.new" "$root/.env"
echo "Secrets are in $secrets; the administrator's key will be in $root/deploy/keys."
