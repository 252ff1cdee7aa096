-- Nodes look at the version before they call themselves ready.
GRANT USAGE ON SCHEMA flyway TO keyledger_command, keyledger_query;
GRANT SELECT ON flyway.flyway_schema_history TO keyledger_command, keyledger_query;
