-- Requests of benchmarks/peers.sh. WAY says which; KEYS, USERS and TOKEN name the files they need, AUTHORIZATION and
-- CALLER are what the caller shows.
local function lines(name)
  local all = {}
  for line in io.lines(os.getenv(name)) do all[#all + 1] = line end
  return all
end

local way, caller = os.getenv("WAY"), os.getenv("CALLER")
local json = {["Content-Type"] = "application/json", ["X-API-Key"] = caller, ["Authorization"] = os.getenv("AUTHORIZATION")}
local form = {["Content-Type"] = "application/x-www-form-urlencoded", ["Authorization"] = os.getenv("AUTHORIZATION")}
local run, n = tostring(os.time()) .. tostring({}):sub(8):gsub("[^%w]", ""), 0
local keys, users, token, workspace = {}, {}, "", "/api/v1/workspaces/bench-0/service-users"
if way == "introspect" then keys = lines("KEYS") end
if way == "assign" or way == "key" then users = lines("USERS") end
if way == "keycloak-introspect" then token = lines("TOKEN")[1] end

local ways = {
  introspect = function() return "POST", "/oauth2/introspect", form, "token=" .. keys[n % #keys + 1] end,
  create = function() return "POST", workspace, json, '{"username":"u' .. run .. "-" .. n .. '"}' end,
  assign = function()
    return "PUT", workspace .. "/" .. users[n % #users + 1] .. "/groups/" .. os.getenv("GROUP_ID"), json
  end,
  key = function() return "POST", workspace .. "/" .. users[n % #users + 1] .. "/keys", json, '{"name":"key"}' end,
  ["keycloak-introspect"] = function()
    return "POST", "/realms/bench/protocol/openid-connect/token/introspect", form, "token=" .. token
  end,
  ["keycloak-create"] = function()
    return "POST", "/admin/realms/bench/clients", json,
      '{"clientId":"c' .. run .. "-" .. n .. '","serviceAccountsEnabled":true,"publicClient":false}'
  end,
}

request = function()
  n = n + 1
  return wrk.format(ways[way]())
end
