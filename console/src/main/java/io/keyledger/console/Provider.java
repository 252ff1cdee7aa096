package io.keyledger.console;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

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

    /** RFC 6749, section 3.3. */
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+");

    public Provider {
        scopes = Set.copyOf(scopes);
    }

    /** The same as the environment of a process says it. */
    public static @Nullable Provider of(Map<String, String> environment) {
        return of(
                property ->
                        environment.get(property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT)));
    }

    /**
     * Reads the settings.
     *
     * @param settings gives the value of a property, or null
     * @return null if client, or both issuer and client, are not set
     * @throws IllegalArgumentException with a sentence that names the setting which cannot be used
     */
    public static @Nullable Provider of(Function<String, @Nullable String> settings) {
        String issuer = text(settings, "issuer", "");
        String clientId = text(settings, "client-id", "");
        if (clientId.isEmpty()) {
            return null;
        }
        refuseUnless(
                !issuer.isEmpty(),
                "KEYLEDGER_OIDC_ISSUER is missing: KEYLEDGER_OIDC_CLIENT_ID says who the console is,"
                        + " and nothing whose client it is.");
        refuseUnless(
                isSafe(issuer),
                "KEYLEDGER_OIDC_ISSUER is no https address without query and fragment: " + issuer);
        String file = text(settings, "client-secret-file", "");
        Set<String> scopes =
                new TreeSet<>(
                        Arrays.asList(text(settings, "scopes", "openid profile").split("[ ,]+")));
        scopes.add("openid");
        for (String scope : scopes) {
            refuseUnless(
                    SCOPE.matcher(scope).matches(),
                    "KEYLEDGER_OIDC_SCOPES holds what is no scope: " + scope);
        }
        return new Provider(
                issuer,
                clientId,
                file.isEmpty() ? null : secret(file),
                scopes,
                text(settings, "label", "your company's account"));
    }

    private static String secret(String name) {
        try {
            String secret = Files.readString(Path.of(name)).strip();
            refuseUnless(
                    !secret.isEmpty(),
                    "KEYLEDGER_OIDC_CLIENT_SECRET_FILE names an empty file: " + name);
            return secret;
        } catch (IOException | InvalidPathException _) {
            throw new IllegalArgumentException(
                    "KEYLEDGER_OIDC_CLIENT_SECRET_FILE names a file that cannot be read: " + name);
        }
    }

    /** What anybody on the way could change proves nothing; on this machine nobody is. */
    private static boolean isSafe(String address) {
        try {
            URI uri = new URI(address);
            boolean whole =
                    uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
            return whole
                    && ("https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme())
                                    && InetAddress.getByName(uri.getHost()).isLoopbackAddress());
        } catch (URISyntaxException | UnknownHostException _) {
            return false;
        }
    }

    private static void refuseUnless(boolean good, String sentence) {
        if (!good) {
            throw new IllegalArgumentException(sentence);
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
