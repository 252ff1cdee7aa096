package io.keyledger.command.web;

import io.keyledger.command.idempotency.StoredAnswer;
import io.keyledger.command.platform.Outcome;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.function.Function;

/**
 * How a command is answered.
 *
 * @param type of the body
 */
record Reply<T>(
        int status, @Nullable String location, Class<T> type, Function<Outcome, @Nullable T> body) {

    static final String TOKEN = "Consistency-Token";
    static final String REPLAYED = "Idempotency-Replayed";

    ResponseEntity<T> fresh(Outcome outcome) {
        return entity(
                status,
                headers(outcome.version(), outcome.token().toString(), location),
                body.apply(outcome));
    }

    /** The same answer to the same request; it holds no secret. */
    ResponseEntity<T> again(StoredAnswer stored, JsonMapper json) {
        HttpHeaders headers = headers(stored.version(), stored.token(), stored.location());
        headers.set(REPLAYED, "true");
        String body = stored.body();
        return entity(stored.status(), headers, body == null ? null : json.readValue(body, type));
    }

    /** What is kept of a fresh answer. */
    StoredAnswer stored(Outcome outcome, @Nullable T body, JsonMapper json) {
        Object kept = body instanceof HoldsSecret secret ? secret.withoutSecret() : body;
        return new StoredAnswer(
                status,
                outcome.version(),
                outcome.token().toString(),
                location,
                kept == null ? null : json.writeValueAsString(kept));
    }

    private static <T> ResponseEntity<T> entity(int status, HttpHeaders headers, @Nullable T body) {
        return ResponseEntity.status(status).headers(headers).body(body);
    }

    private static HttpHeaders headers(long version, String token, @Nullable String location) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag("\"" + version + "\"");
        headers.set(TOKEN, token);
        headers.setCacheControl("no-store");
        if (location != null) {
            headers.setLocation(URI.create(location));
        }
        return headers;
    }
}
