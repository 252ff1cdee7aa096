package io.keyledger.access.service;

import io.keyledger.access.oidc.OidcSettings;
import io.keyledger.shared.policy.Cidr;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a side is told about where it runs, taken from its settings. */
public final class ServiceProperties {

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]+");

    private final Settings settings;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private ServiceProperties(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads the settings.
     *
     * @param side the name under which its database is told, {@code command} or {@code query}
     * @param login the role it logs in as, unless {@code KEYLEDGER_DATABASE_USER} says otherwise
     * @throws WrongSetting naming the first that cannot be used
     */
    public static Map<String, Object> of(Settings settings, String side, String login) {
        ServiceProperties properties = new ServiceProperties(settings);
        properties.refuseWrongProvider();
        properties.listen();
        properties.trustProxies();
        properties.trustProxiesOfGateways();
        properties.connect("keyledger.datasource." + side + ".", login);
        properties.values.put(
                "keyledger.pepper.directory", settings.path("KEYLEDGER_PEPPER_FOLDER").toString());
        properties.values.put("keyledger.pepper.create", false);
        return properties.values;
    }

    /** Read by the node itself; looked at here, where a sentence is all that is said. */
    private void refuseWrongProvider() {
        String complaint = OidcSettings.of(settings.environment()).complaint();
        if (complaint != null) {
            throw new WrongSetting(complaint);
        }
    }

    private void listen() {
        values.put("server.port", settings.port("KEYLEDGER_PORT", "8080"));
        values.put("server.address", settings.address("KEYLEDGER_ADDRESS", "127.0.0.1"));
    }

    private void connect(String prefix, String login) {
        values.put(prefix + "url", settings.databaseUrl("KEYLEDGER_DATABASE_URL"));
        values.put(prefix + "username", settings.text("KEYLEDGER_DATABASE_USER", login));
        values.put(prefix + "password", settings.secret("KEYLEDGER_DATABASE_PASSWORD_FILE"));
    }

    /** Said in either case: on some platforms headers of anybody would be believed by default. */
    private void trustProxies() {
        String proxies = settings.text("KEYLEDGER_TRUSTED_PROXIES", "");
        if (proxies.isEmpty()) {
            values.put("server.forward-headers-strategy", "none");
            return;
        }
        values.put("server.forward-headers-strategy", "native");
        values.put("server.tomcat.remoteip.remote-ip-header", "X-Forwarded-For");
        values.put("server.tomcat.remoteip.internal-proxies", anyOf(proxies));
    }

    /** In front of gateways, not of Keyledger: whose word on clients' addresses counts. */
    private void trustProxiesOfGateways() {
        String networks = settings.text("KEYLEDGER_GATEWAY_TRUSTED_PROXIES", "");
        for (String network : networks.isEmpty() ? new String[0] : networks.split(",")) {
            if (Cidr.parse(network.strip()).isEmpty()) {
                throw new WrongSetting(
                        "KEYLEDGER_GATEWAY_TRUSTED_PROXIES holds no network: " + network.strip());
            }
        }
        values.put("keyledger.gateway.trusted-proxies", networks);
    }

    private static String anyOf(String proxies) {
        return Arrays.stream(proxies.split(","))
                .map(String::strip)
                .peek(ServiceProperties::mustBeAnAddress)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    private static void mustBeAnAddress(String proxy) {
        if (!ADDRESS.matcher(proxy).matches()) {
            throw new WrongSetting("KEYLEDGER_TRUSTED_PROXIES holds no address: " + proxy);
        }
    }
}
