package io.keyledger.console;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The OpenID Connect provider that people sign in at, as the console is its client.
 *
 * @param secret null of a public client, which the provider knows by its address alone
 * @param scopes to ask for, {@code openid} among them
 * @param label what the button calls it
 */
public record Provider(
        String issuer, String clientId, @Nullable String secret, Set<String> scopes, String label) {

    private static final String PREFIX = "keyledger.oidc.";

    public Provider {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Reads the settings.
     *
     * @param settings gives the value of a property, or null
     * @return null if issuer or client is not set
     */
    public static @Nullable Provider of(Function<String, @Nullable String> settings) {
        String issuer = text(settings, "issuer", "");
        String clientId = text(settings, "client-id", "");
        if (issuer.isEmpty() || clientId.isEmpty()) {
            return null;
        }
        String file = text(settings, "client-secret-file", "");
        Set<String> scopes =
                new TreeSet<>(
                        Arrays.asList(text(settings, "scopes", "openid profile").split("[ ,]+")));
        scopes.add("openid");
        return new Provider(
                issuer,
                clientId,
                file.isEmpty() ? null : secret(Path.of(file)),
                scopes,
                text(settings, "label", "your company's account"));
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            throw new IllegalArgumentException(
                    "KEYLEDGER_OIDC_CLIENT_SECRET_FILE names a file that cannot be read: " + file);
        }
    }

    private static String text(
            Function<String, @Nullable String> settings, String name, String otherwise) {
        String value = settings.apply(PREFIX + name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    @Override
    public String toString() {
        return "Provider[" + issuer + ", " + clientId + "]";
    }
}
