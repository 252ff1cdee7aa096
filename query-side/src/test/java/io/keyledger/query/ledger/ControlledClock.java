package io.keyledger.query.ledger;

import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A database's clock that goes when it is told to: functions of the clock's names stand before
 * PostgreSQL's own in the search path of every connection that is opened from now on. Defaults of
 * columns and functions with a search path of their own keep the real one.
 */
final class ControlledClock {

    private static final String SET_UP =
            """
            CREATE SCHEMA controlled;
            CREATE TABLE controlled.clock AS SELECT pg_catalog.clock_timestamp() AS at;
            CREATE FUNCTION controlled.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
                RETURN (SELECT at FROM controlled.clock);
            CREATE FUNCTION controlled.statement_timestamp() RETURNS timestamptz LANGUAGE sql STABLE
                RETURN (SELECT at FROM controlled.clock);
            GRANT USAGE ON SCHEMA controlled TO PUBLIC;
            GRANT SELECT ON controlled.clock TO PUBLIC;
            DO $$ BEGIN
                EXECUTE format('ALTER DATABASE %I SET search_path = controlled, pg_catalog, public',
                               current_database());
            END $$;
            """;

    private final JdbcClient superuser;

    private ControlledClock(JdbcClient superuser) {
        this.superuser = superuser;
    }

    /** Stops the clock of that database. */
    static ControlledClock in(ScratchDatabase database) {
        JdbcClient superuser = JdbcClient.create(database.superuser());
        superuser.sql(SET_UP).update();
        return new ControlledClock(superuser);
    }

    void pass(Duration time) {
        superuser
                .sql("UPDATE controlled.clock SET at = at + make_interval(secs => :seconds)")
                .param("seconds", time.toMillis() / 1_000.0)
                .update();
    }

    Instant now() {
        return superuser
                .sql("SELECT at FROM controlled.clock")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
