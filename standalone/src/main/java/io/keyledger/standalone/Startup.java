package io.keyledger.standalone;

import io.keyledger.command.CommandSideApplication;
import io.keyledger.command.bootstrap.RecoverAdmin;
import io.keyledger.database.DatabaseSetup;
import io.keyledger.database.Migrations;
import io.keyledger.database.Role;
import io.keyledger.embedded.DataDirectory;
import io.keyledger.embedded.EmbeddedServer;
import io.keyledger.embedded.Launch;
import io.keyledger.embedded.StartFailure;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The steps from nothing to an answering API, in order. */
final class Startup {

    private final Settings settings;
    private final Console console;
    private final Running running;
    private final DataDirectory data;
    private final Launch launch;

    private Startup(Settings settings, Console console, Running running, DataDirectory data) {
        this.settings = settings;
        this.console = console;
        this.running = running;
        this.data = data;
        this.launch = running.add(Launch.on(data, console::say));
    }

    /**
     * Starts everything; {@code running} stops it.
     *
     * @throws StartFailure with a sentence for the person who tried
     */
    static void run(Settings settings, Console console, Running running) {
        settings.refuseTakenPort();
        in(settings, console, running).run();
    }

    /**
     * Makes one more administrator, and ends.
     *
     * @throws StartFailure with a sentence for the person who tried
     */
    static void recoverAdmin(Settings settings, Console console, Running running) {
        if (!Files.isDirectory(settings.data().resolve("postgres"))) {
            throw new StartFailure(
                    "There is no data in %s; choose its folder with KEYLEDGER_DATA."
                            .formatted(settings.data().toAbsolutePath().normalize()));
        }
        in(settings, console, running).recoverAdmin();
    }

    private static Startup in(Settings settings, Console console, Running running) {
        DataDirectory data = running.add(DataDirectory.take(settings.data()));
        LogFolder.isIn(data);
        return new Startup(settings, console, running, data);
    }

    private void run() {
        boolean first = !Files.exists(bootstrapKey());
        running.add(node(AheadOfTime.application().listeners(new AheadOfTime())));
        tell(first);
    }

    private void recoverAdmin() {
        ConfigurableApplicationContext node =
                running.add(
                        node(
                                new SpringApplicationBuilder(CommandSideApplication.class)
                                        .web(WebApplicationType.NONE)));
        console.say(node.getBean(RecoverAdmin.class).recover().sentence());
    }

    private ConfigurableApplicationContext node(SpringApplicationBuilder application) {
        DatabaseAhead database = DatabaseAhead.begin(this::server, this::places);
        try {
            return application
                    .initializers(new SideProperties(settings, data), database)
                    .registerShutdownHook(false)
                    .run();
        } catch (RuntimeException | Error e) {
            database.end();
            throw e;
        }
    }

    private EmbeddedServer server() {
        console.say("Starting the database in " + data.path());
        return launch.run();
    }

    private Map<String, Object> places(EmbeddedServer server) {
        Passwords passwords = prepare(server);
        console.say("Starting the API");
        Map<String, Object> places = new HashMap<>();
        for (Role role : List.of(Role.COMMAND, Role.QUERY)) {
            String prefix = "keyledger.datasource." + role.name().toLowerCase(Locale.ROOT) + ".";
            places.put(prefix + "url", server.url(DatabaseSetup.DATABASE));
            places.put(prefix + "username", role.roleName());
            places.put(prefix + "password", passwords.of(role));
        }
        return places;
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

    private void tell(boolean first) {
        if (first && Files.exists(bootstrapKey())) {
            console.say("The bootstrap administrator's key is in " + bootstrapKey());
        }
        console.say("Keyledger answers on " + settings.url() + "/api/v1" + settings.whoReachesIt());
        console.say("Its console is on " + settings.url() + "/console/");
        console.say("Its documentation is on " + settings.url() + "/docs");
    }

    private Path bootstrapKey() {
        return data.resolve("bootstrap-admin.key");
    }
}
