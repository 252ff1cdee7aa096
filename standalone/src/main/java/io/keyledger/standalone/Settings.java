package io.keyledger.standalone;

import io.keyledger.access.oidc.OidcSettings;
import io.keyledger.access.source.ProxyChain;
import io.keyledger.console.ConsoleSettings;
import io.keyledger.console.Provider;
import io.keyledger.embedded.StartFailure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** What can be chosen: the port, the address to listen on, and the folder for the data. */
record Settings(int port, InetAddress address, Path data) {

    private static final int HIGHEST_PORT = 65535;
    private static final String TRUSTED_PROXIES = "KEYLEDGER_GATEWAY_TRUSTED_PROXIES";

    /**
     * Reads {@code KEYLEDGER_PORT} (1 to 65535, default 8080), {@code KEYLEDGER_ADDRESS} (default
     * 127.0.0.1) and {@code KEYLEDGER_DATA} (default {@code data}). {@code KEYLEDGER_LOG_FORMAT}
     * ({@code text} or {@code json}) is read by {@code logback.xml}, {@code
     * KEYLEDGER_GATEWAY_TRUSTED_PROXIES} (networks, with commas) by the command side, {@code
     * KEYLEDGER_OIDC_…} by both sides and the console.
     *
     * @throws WrongSetting naming the value that cannot be used
     */
    static Settings from(Map<String, String> environment) {
        refuseUnknownLogFormat(value(environment, "KEYLEDGER_LOG_FORMAT", "text"));
        refuseUnknownNetworks(value(environment, TRUSTED_PROXIES, ""));
        refuseWrongConsole(environment);
        return new Settings(
                port(value(environment, "KEYLEDGER_PORT", "8080")),
                address(value(environment, "KEYLEDGER_ADDRESS", "127.0.0.1")),
                data(value(environment, "KEYLEDGER_DATA", "data")));
    }

    /** Where a browser on this machine finds it. */
    String url() {
        String host = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
        return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
    }

    String whoReachesIt() {
        return address.isLoopbackAddress()
                ? " (from this machine only; KEYLEDGER_ADDRESS chooses otherwise)"
                : "";
    }

    /**
     * Makes sure that nobody else listens there.
     *
     * @throws StartFailure if somebody does
     */
    void refuseTakenPort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new StartFailure(
                    "Port %d on %s is taken or not allowed; choose another with KEYLEDGER_PORT."
                            .formatted(port, address.getHostAddress()),
                    e);
        }
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static void refuseUnknownLogFormat(String text) {
        if (!text.equalsIgnoreCase("text") && !text.equalsIgnoreCase("json")) {
            throw new WrongSetting("KEYLEDGER_LOG_FORMAT is neither text nor json: " + text);
        }
    }

    private static void refuseUnknownNetworks(String networks) {
        try {
            ProxyChain.of(TRUSTED_PROXIES, networks);
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting(String.valueOf(wrong.getMessage()));
        }
    }

    private static void refuseWrongConsole(Map<String, String> environment) {
        String complaint = OidcSettings.of(environment).complaint();
        if (complaint != null) {
            throw new WrongSetting(complaint);
        }
        try {
            Provider.of(environment);
            ConsoleSettings.exportBytes(environment::get);
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting(String.valueOf(wrong.getMessage()));
        }
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new WrongSetting("KEYLEDGER_PORT is no port from 1 to 65535: " + text);
        }
        return Integer.parseInt(text);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException _) {
            throw new WrongSetting("KEYLEDGER_ADDRESS is no address of this machine: " + text);
        }
    }

    private static Path data(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException _) {
            throw new WrongSetting("KEYLEDGER_DATA is no path: " + text);
        }
    }
}
