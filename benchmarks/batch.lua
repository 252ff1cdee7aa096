-- A thousand checks a request.
local keys = {}
for line in io.lines(os.getenv("KEYS")) do keys[#keys + 1] = line end
local caller = os.getenv("CALLER")
local n = tonumber(tostring({}):sub(8), 16) % #keys
local bodies = {}

for _ = 1, 10 do
  local checks = {}
  for i = 1, 1000 do
    n = n % #keys + 1
    checks[i] = '{"key":"' .. keys[n] .. '","permission":"catalog.assets:view","address":"10.1.2.3"}'
  end
  bodies[#bodies + 1] = '{"checks":[' .. table.concat(checks, ",") .. "]}"
end

local next = 0
request = function()
  next = next % #bodies + 1
  return wrk.format("POST", "/api/v1/checks:batch",
    {["Content-Type"] = "application/json", ["X-API-Key"] = caller}, bodies[next])
end
