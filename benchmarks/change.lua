-- What a role grants changes every 100 ms, by one connection, until wrk ends: what checks ask for stays granted. ROLE is the
-- role's path, CALLER the administrator's key. Of answers that are no 2xx the first is printed.
local bodies = {'{"permissions":["catalog.*:view"]}', '{"permissions":["catalog.*:view","billing:view"]}'}
local requests, turn = {}, 0

init = function()
  for i, body in ipairs(bodies) do
    requests[i] = wrk.format("PATCH", os.getenv("ROLE"),
      {["Content-Type"] = "application/json", ["X-API-Key"] = os.getenv("CALLER")}, body)
  end
end

local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds, micros; } time_of_day; int gettimeofday(time_of_day *, void *);")
local clock, due = ffi.new("time_of_day"), nil

-- From when the one before was due, so that what its answer took does not come on top.
delay = function()
  ffi.C.gettimeofday(clock, nil)
  local now = tonumber(clock.seconds) * 1000 + tonumber(clock.micros) / 1000
  due = math.max((due or now) + 100, now)
  return math.floor(due - now)
end

local told = false

response = function(status, _, body)
  if not told and (status < 200 or status > 299) then
    told = true
    print("first refused: " .. status .. " " .. body)
  end
end

request = function()
  turn = turn % #requests + 1
  return requests[turn]
end
