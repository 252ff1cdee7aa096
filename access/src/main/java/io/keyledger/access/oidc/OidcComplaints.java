package io.keyledger.access.oidc;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;

/** Says of settings that cannot be used what is wrong with them. */
record OidcComplaints(OidcSettings settings) {

    @Nullable String first() {
        if (!settings.isOn()) {
            return settings.audience().isBlank()
                    ? null
                    : "KEYLEDGER_OIDC_ISSUER is missing: KEYLEDGER_OIDC_AUDIENCE says whom tokens"
                            + " are for, and nothing whose they are.";
        }
        if (!isSafe(settings.issuer())) {
            return "KEYLEDGER_OIDC_ISSUER is no https address without query and fragment: "
                    + settings.issuer();
        }
        if (!settings.keys().isBlank() && !isSafe(settings.keys())) {
            return "KEYLEDGER_OIDC_KEYS is no https address: " + settings.keys();
        }
        if (settings.audience().isBlank()) {
            return "KEYLEDGER_OIDC_AUDIENCE is missing: without it, tokens that the provider issues"
                    + " for others would be good here.";
        }
        try {
            GroupMap.parse(settings.groupPrefix(), settings.groupMap());
            return null;
        } catch (IllegalArgumentException entry) {
            return "KEYLEDGER_OIDC_GROUP_MAP holds what is no name=workspace:group: "
                    + entry.getMessage();
        }
    }

    /** Keys that anybody on the way could change prove nothing; on this machine nobody is. */
    private static boolean isSafe(String address) {
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            boolean plain = uri.getQuery() == null && uri.getFragment() == null;
            return uri.getHost() != null
                    && plain
                    && switch (scheme.toLowerCase(Locale.ROOT)) {
                        case "https" -> true;
                        case "http" -> InetAddress.getByName(uri.getHost()).isLoopbackAddress();
                        default -> false;
                    };
        } catch (URISyntaxException | UnknownHostException _) {
            return false;
        }
    }
}
