-- Nodes look at the version before they call themselves ready.
-- Flyway holds no lock here, and two who grant the same at once would fail.
SELECT pg_advisory_xact_lock(x'4b4c0003'::int, 0);
GRANT USAGE ON SCHEMA flyway TO keyledger_command, keyledger_query;
GRANT SELECT ON flyway.flyway_schema_history TO keyledger_command, keyledger_query;
