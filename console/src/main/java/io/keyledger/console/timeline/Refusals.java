package io.keyledger.console.timeline;

import static java.util.Map.entry;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What the codes say by which uses are refused, for whoever does not know them. */
public final class Refusals {

    private static final Map<String, String> SENTENCES =
            Map.ofEntries(
                    entry(
                            "malformed-key",
                            "What was shown is no key: its form or checksum is wrong, or there were two."),
                    entry("unknown-key", "No key has this ID."),
                    entry("wrong-secret", "The key is there, but its secret is another."),
                    entry("key-deleted", "The key had been deleted."),
                    entry("key-disabled", "The key was disabled."),
                    entry("key-expired", "The key had expired."),
                    entry("service-user-deleted", "The key's service user had been deleted."),
                    entry("service-user-disabled", "The key's service user was disabled."),
                    entry("service-user-expired", "The key's service user had expired."),
                    entry(
                            "invalid-token",
                            "A person's token was not one of the sign-in provider's for Keyledger."),
                    entry("token-expired", "A person's token was not good any more."),
                    entry("sign-in-required", "A person's token had not been signed in with."),
                    entry("person-disabled", "The person was disabled."),
                    entry(
                            "foreign-workspace",
                            "The key is another workspace's than the caller may ask about; it was told"
                                    + " that no key has this ID."),
                    entry("permission-not-granted", "None of its roles had the permission."),
                    entry(
                            "resource-not-granted",
                            "It had the permission, but for other resources only."),
                    entry("no-route", "No route matched the method and path."),
                    entry(
                            "ambiguous-route",
                            "Routes of several APIs matched, and the caller named none of them."),
                    entry("unsafe-path", "The path can be read in two ways."),
                    entry(
                            "network-not-allowed",
                            "It came from a network that the policy does not allow."),
                    entry("outside-validity", "It was before or after the time the policy allows."),
                    entry("key-too-old", "The secret was older than the policy allows."),
                    entry(
                            "outside-weekly-window",
                            "It was outside the hours of the week that the policy allows."),
                    entry(
                            "rate-limited",
                            "The uses that the policy allows for a while were spent."));

    private Refusals() {}

    /** A sentence; null for a code of a newer server. */
    public static @Nullable String sentence(@Nullable String code) {
        return code == null ? null : SENTENCES.get(code);
    }
}
