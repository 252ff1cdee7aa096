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

/** The steps from nothing to an answering API, in order. */
final class Startup {

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
        LogFolder.isIn(data);
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
            throw new StartFailure(
                    "The database in %s could not be prepared: %s"
                            .formatted(data.path(), Fault.inShort(e)),
                    e);
        }
    }

    private ConfigurableApplicationContext application(EmbeddedServer server, Passwords passwords) {
        return new SpringApplicationBuilder(KeyledgerApplication.class)
                .initializers(new SideProperties(settings, data, server, passwords))
                .registerShutdownHook(false)
                .run();
    }

    private void tell(boolean first) {
        if (first && Files.exists(bootstrapKey())) {
            console.say("The bootstrap administrator's key is in " + bootstrapKey());
        }
        console.say("Keyledger answers on " + settings.url() + "/api/v1" + settings.whoReachesIt());
        console.say("Its documentation is on " + settings.url() + "/docs");
    }

    private Path bootstrapKey() {
        return data.resolve("bootstrap-admin.key");
    }
}
