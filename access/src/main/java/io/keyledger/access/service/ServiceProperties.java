package io.keyledger.access.service;

import io.keyledger.access.source.ProxyChain;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a side is told about where it runs, taken from its settings. */
public final class ServiceProperties {

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
        properties.listen();
        properties.trustProxies();
        properties.trustProxiesOfGateways();
        properties.connect("keyledger.datasource." + side + ".", login);
        properties.values.put(
                "keyledger.pepper.directory", settings.path("KEYLEDGER_PEPPER_FOLDER").toString());
        properties.values.put("keyledger.pepper.create", false);
        return properties.values;
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

    /** Whom the server itself believes is its own affair: see {@code keyledger.server}. */
    private void trustProxies() {
        values.put("server.forward-headers-strategy", "none");
        values.put("keyledger.server.trusted-proxies", proxies("KEYLEDGER_TRUSTED_PROXIES"));
    }

    /** In front of gateways, not of Keyledger: whose word on clients' addresses counts. */
    private void trustProxiesOfGateways() {
        values.put(
                "keyledger.gateway.trusted-proxies", proxies("KEYLEDGER_GATEWAY_TRUSTED_PROXIES"));
    }

    private String proxies(String setting) {
        String proxies = settings.text(setting, "");
        try {
            ProxyChain.of(setting, proxies);
            return proxies;
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting(String.valueOf(wrong.getMessage()));
        }
    }
}
