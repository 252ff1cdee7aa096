-- Prints p50, p95 and p99 in ms, and how many answers were no 2xx, behind what wrk prints itself.
done = function(summary, latency)
  local function ms(p) return latency:percentile(p) / 1000 end
  io.write(string.format("percentiles %.1f %.1f %.1f %d\n", ms(50), ms(95), ms(99), summary.errors.status))
end
