package io.keyledger.standalone;

import io.keyledger.database.DatabaseSetup;
import io.keyledger.database.Migrations;
import io.keyledger.database.Role;
import io.keyledger.embedded.DataDirectory;
import io.keyledger.embedded.EmbeddedServer;
import io.keyledger.embedded.StartFailure;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The steps from nothing to an answering API, in order. */
final class Startup {

    /** The system property that tells logging where to write. */
    static final String LOG_DIRECTORY = "keyledger.log-directory";

    private final Settings settings;
    private final Console console;
    private final Running running;
    private final DataDirectory data;

    private Startup(Settings settings, Console console, Running running, DataDirectory data) {
        this.settings = settings;
        this.console = console;
        this.running = running;
        this.data = data;
    }

    /**
     * Starts everything; {@code running} stops it.
     *
     * @throws StartFailure with a sentence for the person who tried
     */
    static void run(Settings settings, Console console, Running running) {
        settings.refuseTakenPort();
        DataDirectory data = running.add(DataDirectory.take(settings.data()));
        System.setProperty(LOG_DIRECTORY, data.resolve("logs").toString());
        new Startup(settings, console, running, data).run();
    }

    private void run() {
        boolean first = !Files.exists(bootstrapKey());
        console.say("Starting the database in " + data.path());
        EmbeddedServer server = running.add(EmbeddedServer.start(data, console::say));
        Passwords passwords = prepare(server);
        console.say("Starting the API");
        running.add(application(server, passwords));
        tell(first);
    }

    private Passwords prepare(EmbeddedServer server) {
        try {
            Passwords passwords = Passwords.in(data);
            DatabaseSetup.prepare(server.superuser(), passwords::of);
            console.say("Bringing the schema up to date");
            String owner = Role.OWNER.roleName();
            Migrations.migrate(
                    server.dataSource(DatabaseSetup.DATABASE, owner, passwords.of(Role.OWNER)));
            return passwords;
        } catch (IOException | SQLException e) {
            throw new StartFailure("The database in " + data.path() + " could not be prepared.", e);
        }
    }

    private ConfigurableApplicationContext application(EmbeddedServer server, Passwords passwords) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.address().getHostAddress());
        properties.put("keyledger.data-directory", data.path().toString());
        properties.put("keyledger.pepper.directory", data.resolve("peppers").toString());
        connect(properties, "command", server, Role.COMMAND, passwords);
        connect(properties, "query", server, Role.QUERY, passwords);
        return new SpringApplicationBuilder(KeyledgerApplication.class)
                .properties(properties)
                .registerShutdownHook(false)
                .run();
    }

    private static void connect(
            Map<String, Object> properties,
            String side,
            EmbeddedServer server,
            Role role,
            Passwords passwords) {
        String prefix = "keyledger.datasource." + side + ".";
        properties.put(prefix + "url", server.url(DatabaseSetup.DATABASE));
        properties.put(prefix + "username", role.roleName());
        properties.put(prefix + "password", passwords.of(role));
    }

    private void tell(boolean first) {
        if (first) {
            console.say("The bootstrap administrator's key is in " + bootstrapKey());
        }
        String address = "http://" + settings.address().getHostAddress() + ":" + settings.port();
        console.say("Keyledger answers on " + address + "/api/v1");
        console.say("Its documentation is on " + address + "/docs");
    }

    private Path bootstrapKey() {
        return data.resolve("bootstrap-admin.key");
    }
}
