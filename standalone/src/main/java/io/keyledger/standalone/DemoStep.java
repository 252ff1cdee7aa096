package io.keyledger.standalone;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.embedded.StartFailure;
import io.keyledger.standalone.demo.Demo;

import org.springframework.web.client.ResourceAccessException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fills the Keyledger that runs with these settings with demo data. */
final class DemoStep {

    private DemoStep() {}

    static void run(Settings settings, Console console) {
        Path file = settings.data().resolve("bootstrap-admin.key");
        try {
            String key = Files.readString(file).strip();
            boolean filled =
                    Demo.fill(
                            KeyledgerClient.of(URI.create(settings.url()), key),
                            Demo.USES,
                            console::say);
            console.say(
                    filled
                            ? "Look into the workspace " + Demo.WORKSPACE
                            : "The workspace " + Demo.WORKSPACE + " is there already.");
        } catch (IOException e) {
            throw new StartFailure("The administrator's key " + file + " cannot be read.", e);
        } catch (ResourceAccessException e) {
            throw new StartFailure(
                    "Nothing answers on " + settings.url() + "; start Keyledger first.", e);
        }
    }
}
