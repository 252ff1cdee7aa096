#!/usr/bin/env bash
# Sets a running Keycloak up for benchmarks/peers.sh: keycloak.sh <address> <folder>, administrator admin/admin.
# A realm "bench" records all its events and the administrators'; a client "gateway" has a service account, whose
# tokens are for itself: Keycloak tells only those whom a token is for about it.
# Into the folder go token (of the service account) and admin-token, both good for an hour.
set -euo pipefail

address=$1 folder=$2
field() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }
admin() { curl -sS -f -m 30 -X "$1" "$address/admin$2" -H "Authorization: Bearer $(cat "$folder/admin-token")" \
    -H 'Content-Type: application/json' "${@:3}"; }
log_in() { curl -sS -f -m 30 "$address/realms/master/protocol/openid-connect/token" \
    -d 'grant_type=password&client_id=admin-cli&username=admin&password=admin' | field access_token > "$folder/admin-token"; }

log_in
admin PUT /realms/master -d '{"accessTokenLifespan": 3600}'
log_in
admin POST /realms -d '{"realm": "bench", "enabled": true, "accessTokenLifespan": 3600, "sslRequired": "none",
    "eventsEnabled": true, "adminEventsEnabled": true, "adminEventsDetailsEnabled": true, "eventsListeners": ["jboss-logging"],
    "enabledEventTypes": ["CLIENT_LOGIN", "CLIENT_LOGIN_ERROR", "INTROSPECT_TOKEN", "INTROSPECT_TOKEN_ERROR"]}'
admin POST /realms/bench/clients -d '{"clientId": "gateway", "secret": "gateway-secret", "serviceAccountsEnabled": true,
    "publicClient": false, "standardFlowEnabled": false, "protocolMappers": [{"name": "itself", "protocol": "openid-connect",
    "protocolMapper": "oidc-audience-mapper", "config": {"included.client.audience": "gateway", "access.token.claim": "true"}}]}'
curl -sS -f -m 30 "$address/realms/bench/protocol/openid-connect/token" -u gateway:gateway-secret \
    -d grant_type=client_credentials | field access_token > "$folder/token"
