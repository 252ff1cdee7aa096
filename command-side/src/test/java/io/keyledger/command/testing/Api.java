package io.keyledger.command.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Speaks with a node as the holder of one key. Headers are given as name, value, name, value. */
public record Api(int port, String key) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public Api as(String otherKey) {
        return new Api(port, otherKey);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    /** A body of another media type. */
    public Answer postAs(String type, String path, String body) {
        return answer(request("POST", path, BodyPublishers.ofString(body), type));
    }

    public Answer patch(String path, String body, String... headers) {
        return send("PATCH", path, BodyPublishers.ofString(body), headers);
    }

    public Answer put(String path) {
        return send("PUT", path, BodyPublishers.noBody());
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /** Whether a key may do something, as a gateway asks. */
    public Answer check(String checked, String permission) {
        return post(
                "/checks",
                """
                {"key": "%s", "permission": "%s"}"""
                        .formatted(checked, permission));
    }

    /** With a body of another kind than JSON. */
    public Answer sendAs(String contentType, String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body), "Content-Type", contentType);
    }

    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = request(method, path, body, "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return answer(request);
    }

    private HttpRequest.Builder request(
            String method, String path, BodyPublisher body, String type) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .method(method, body);
    }

    /** Asks for something beside the API, such as {@code /metrics}, without a key. */
    public Answer outside(String path) {
        return answer(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
    }

    /** Posts to something beside the API. */
    public Answer outside(String path, String authorization, String type, String body) {
        return answer(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", authorization)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static Answer answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Api[" + port + "]";
    }
}
