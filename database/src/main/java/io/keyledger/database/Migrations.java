package io.keyledger.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

import java.util.Arrays;
import java.util.Comparator;

import javax.sql.DataSource;

/** Brings the schema up to date with Flyway. Two at once wait for each other. */
public final class Migrations {

    private Migrations() {}

    /**
     * Applies what is missing.
     *
     * @param owner connects as {@link Role#OWNER} to the database
     * @throws NewerDatabase if the data has migrations that this version does not know
     */
    public static void migrate(DataSource owner) {
        Flyway flyway = flyway(owner, "classpath:db/migration");
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            refuseNewer(flyway.info().all());
            throw e;
        }
    }

    /** Applies what makes the schema of an older version, for a store that was kept from then. */
    public static void migrateUpTo(DataSource owner, String version) {
        configured(owner, "classpath:db/migration").target(version).load().migrate();
    }

    static Flyway flyway(DataSource owner, String location) {
        return configured(owner, location).load();
    }

    private static FluentConfiguration configured(DataSource owner, String location) {
        return Flyway.configure()
                .dataSource(owner)
                .locations(location)
                .schemas("flyway")
                .createSchemas(true)
                .validateOnMigrate(true)
                // Else it would leave out those that it does not know.
                .ignoreMigrationPatterns(new String[0])
                .cleanDisabled(true);
    }

    private static void refuseNewer(MigrationInfo[] migrations) {
        Arrays.stream(migrations)
                .filter(MigrationInfo::isVersioned)
                .filter(migration -> isOfTheFuture(migration.getState()))
                .max(Comparator.comparing(MigrationInfo::getVersion))
                .ifPresent(
                        newest -> {
                            throw new NewerDatabase(
                                    newest.getVersion().getVersion(), known(migrations));
                        });
    }

    private static boolean isOfTheFuture(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }

    private static String known(MigrationInfo[] migrations) {
        return Arrays.stream(migrations)
                .filter(MigrationInfo::isVersioned)
                .filter(migration -> !isOfTheFuture(migration.getState()))
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElse("none");
    }
}
