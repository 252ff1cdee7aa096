package io.keyledger.standalone.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The HTTP API as a caller with one key sees it, who asks again when a request could not be
 * recorded, as may happen on a machine that is busy otherwise: then it was not carried out either.
 */
public final class Api {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final int TRIES = 100;

    private final URI base;
    private final String key;

    Api(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    public Api as(String otherKey) {
        return new Api(base, otherKey);
    }

    /** The same caller at another node. */
    Api on(URI otherNode) {
        return new Api(otherNode, key);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer get(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    public Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json));
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, BodyPublishers.ofString(json));
    }

    public Answer patch(String path, String json, String header, String value) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header(header, value)
                        .method("PATCH", BodyPublishers.ofString(json)));
    }

    public Answer put(String path) {
        return send("PUT", path, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer send(String method, String path, BodyPublisher body) {
        return send(request(path).header("Content-Type", "application/json").method(method, body));
    }

    public Answer send(HttpRequest.Builder request) {
        HttpRequest sent = request.build();
        Answer answer = answerTo(sent);
        for (int i = 1; i < TRIES && answer.isNotRecorded(); i++) {
            answer = answerTo(sent);
        }
        return answer;
    }

    private static Answer answerTo(HttpRequest sent) {
        try {
            HttpResponse<String> response = HTTP.send(sent, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + sent + " " + sent.headers().map(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return bare(path).header("Authorization", "Bearer " + key);
    }

    /** A request without credentials. */
    public HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
    }
}
