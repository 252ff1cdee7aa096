-- A thousand checks a request, one in a hundred for what is not granted.
local keys = {}
for line in io.lines(os.getenv("KEYS")) do keys[#keys + 1] = line end
local caller = os.getenv("CALLER")
local n = tonumber(tostring({}):sub(8), 16) % #keys
local bodies = {}

for _ = 1, 10 do
  local checks = {}
  for i = 1, 1000 do
    n = n % #keys + 1
    local permission = i % 100 == 0 and "catalog.assets:delete" or "catalog.assets:view"
    checks[i] = '{"key":"' .. keys[n] .. '","permission":"' .. permission .. '","address":"10.1.2.3","userAgent":"wrk/4"}'
  end
  bodies[#bodies + 1] = '{"checks":[' .. table.concat(checks, ",") .. "]}"
end

local next = 0
request = function()
  next = next % #bodies + 1
  return wrk.format("POST", "/api/v1/checks:batch",
    {["Content-Type"] = "application/json", ["X-API-Key"] = caller}, bodies[next])
end
