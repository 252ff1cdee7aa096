package io.keyledger.command.migrate;

import io.keyledger.access.service.Settings;
import io.keyledger.access.service.WrongSetting;
import io.keyledger.database.DatabaseSetup;
import io.keyledger.database.Migrations;
import io.keyledger.database.NewerDatabase;
import io.keyledger.database.Role;

import org.postgresql.ds.PGSimpleDataSource;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

/** Prepares the database; done again it changes nothing but passwords that have changed. */
public final class Migrate {

    private static final String MAINTENANCE = "postgres";

    private final String url;
    private final String superuser;
    private final String superuserPassword;
    private final Map<Role, String> passwords = new EnumMap<>(Role.class);

    private Migrate(Settings settings) {
        url = settings.databaseUrl("KEYLEDGER_DATABASE_URL");
        superuser = settings.text("KEYLEDGER_SUPERUSER", "postgres");
        superuserPassword = settings.secret("KEYLEDGER_SUPERUSER_PASSWORD_FILE");
        for (Role role : Role.values()) {
            passwords.put(role, settings.secret("KEYLEDGER_" + role.name() + "_PASSWORD_FILE"));
        }
    }

    /**
     * Prepares it.
     *
     * @throws WrongSetting with a sentence that says why it could not
     */
    public static void run(Settings settings) {
        new Migrate(settings).run();
    }

    private void run() {
        try {
            String database = Objects.requireNonNull(source(Role.OWNER).getDatabaseName());
            DatabaseSetup.prepare(superuser(), database, this::password);
            Migrations.migrate(source(Role.OWNER));
            System.out.println("The schema of " + database + " is up to date.");
        } catch (SQLException e) {
            throw new WrongSetting(
                    "The database could not be prepared (SQL state %s)."
                            .formatted(e.getSQLState()));
        } catch (NewerDatabase e) {
            throw new WrongSetting(String.valueOf(e.getMessage()));
        }
    }

    private DataSource superuser() {
        PGSimpleDataSource source = at(superuser, superuserPassword);
        source.setDatabaseName(MAINTENANCE);
        return source;
    }

    private PGSimpleDataSource source(Role role) {
        return at(role.roleName(), password(role));
    }

    private PGSimpleDataSource at(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private String password(Role role) {
        return Objects.requireNonNull(passwords.get(role));
    }
}
