package io.keyledger.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands and checks by an administrator's key; each must be answered 2xx. */
final class Administrator {

    static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    static final Pattern KEY_ID = Pattern.compile("\"keyId\":\"([^\"]+)\"");
    static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String key;

    Administrator(String base, String key) {
        this.base = base;
        this.key = key;
    }

    String post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofString(body));
    }

    String patch(String path, String body) throws IOException, InterruptedException {
        return send("PATCH", path, BodyPublishers.ofString(body));
    }

    String put(String path) throws IOException, InterruptedException {
        return send("PUT", path, BodyPublishers.noBody());
    }

    String delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** A check by this body. */
    boolean isAllowed(String body) throws IOException, InterruptedException {
        return post("/api/v1/checks", body).contains("\"decision\":\"allow\"");
    }

    void mustBeAllowed(String body) throws IOException, InterruptedException {
        if (!isAllowed(body)) {
            throw new IOException("a check is refused that must be allowed");
        }
    }

    private String send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(base + path))
                                .header("X-API-Key", key)
                                .header("Content-Type", "application/json")
                                .method(method, body)
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    static String found(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in what was answered");
        }
        return matcher.group(1);
    }
}
