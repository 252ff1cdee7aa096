-- Checks of all keys in turn, one in a hundred of them for what is not granted. KEYS names the file with
-- a key a line, CALLER is the key that asks, WAY is check or auth.
local keys = {}
for line in io.lines(os.getenv("KEYS")) do keys[#keys + 1] = line end
local caller, way = os.getenv("CALLER"), os.getenv("WAY")
local n = tonumber(tostring({}):sub(8), 16) % #keys

local function check(key, permission)
  return wrk.format("POST", "/api/v1/checks", {["Content-Type"] = "application/json", ["X-API-Key"] = caller},
    '{"key":"' .. key .. '","permission":"' .. permission .. '","address":"10.1.2.3","userAgent":"wrk/4"}')
end

local function auth(key, permission)
  return wrk.format("GET", "/auth?permission=" .. permission,
    {["X-API-Key"] = key, ["Keyledger-Gateway-Key"] = caller, ["X-Original-Method"] = "GET",
     ["X-Original-URI"] = "/v1/assets/7", ["X-Real-IP"] = "10.1.2.3", ["User-Agent"] = "wrk/4"})
end

local ask = way == "auth" and auth or check

-- Made beforehand, so that making them takes no processor from what is measured.
local requests = {}

init = function()
  for i = 1, #keys do
    requests[i] = ask(keys[i], i % 100 == 0 and "catalog.assets:delete" or "catalog.assets:view")
  end
end

request = function()
  n = n % #requests + 1
  return requests[n]
end
