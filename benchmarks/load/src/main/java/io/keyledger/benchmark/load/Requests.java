package io.keyledger.benchmark.load;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * What is asked of one server, as bytes.
 *
 * @param server where it listens
 * @param caller the key that asks
 */
record Requests(InetSocketAddress server, String caller) {

    static final String GRANTED = "catalog.assets:view";
    static final String NOT_GRANTED = "catalog.assets:delete";
    static final String INSIDE = "10.1.2.3";

    /** Of the server at {@code http://host:port}. */
    static Requests to(String base, String caller) {
        URI address = URI.create(base);
        return new Requests(new InetSocketAddress(address.getHost(), address.getPort()), caller);
    }

    byte[] get(String path) {
        return bytes("GET " + path, "", "");
    }

    byte[] check(String key, String permission, String address) {
        return check(body(key, permission, address));
    }

    byte[] check(String key, String api, String method, String path, String address) {
        return check(body(key, api, method, path, address));
    }

    static String body(String key, String api, String method, String path, String address) {
        return """
                {"key":"%s","api":"%s","method":"%s","path":"%s","address":"%s"}\
                """
                .formatted(key, api, method, path, address);
    }

    static String body(String key, String permission, String address) {
        return """
                {"key":"%s","permission":"%s","address":"%s","userAgent":"load"}\
                """
                .formatted(key, permission, address);
    }

    private byte[] check(String body) {
        return bytes(
                "POST /api/v1/checks",
                "X-API-Key: " + caller + "\r\nContent-Type: application/json\r\n",
                body);
    }

    /** As nginx asks before it passes a request on. */
    byte[] auth(String key, String permission, String address) {
        return bytes(
                "GET /auth?permission=" + permission,
                """
                Keyledger-Gateway-Key: %s\r
                X-API-Key: %s\r
                X-Original-Method: GET\r
                X-Original-URI: /v1/assets/7\r
                X-Real-IP: %s\r
                User-Agent: load\r
                """
                        .formatted(caller, key, address),
                "");
    }

    private static byte[] bytes(String line, String fields, String body) {
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return (line + " HTTP/1.1\r\nHost: localhost\r\n" + fields + length + "\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
