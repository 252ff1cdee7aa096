package io.keyledger.client;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * Sends a request as patiently as its caller is. All tries of a write carry the same {@code
 * Idempotency-Key}; checks have none, each try is a use of its own.
 */
final class Sending implements ClientHttpRequestInterceptor {

    /** Reads that are asked with a body. */
    private static final Set<String> READS = Set.of("/losses", ":validate");

    private static final String CHECKS = "/api/v1/checks";

    /** Writes of the query side, which knows no {@code Idempotency-Key}. */
    private static final Set<String> ONCE =
            Set.of("/api/v1/replays", "/api/v1/dead-letters", "/api/v1/log-origins");

    private final Patience patience;
    private final LastToken token;
    private final Said said;

    Sending(Patience patience, LastToken token, Said said) {
        this.patience = patience;
        this.token = token;
        this.said = said;
    }

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        boolean read = isRead(request);
        HttpRequest asked = read ? asked(request) : told(request);
        ClientHttpResponse answer =
                patience.await(
                        () -> execution.execute(asked, body),
                        read || !isOneOf(ONCE, request, String::startsWith));
        token.remember(answer.getHeaders());
        return answer;
    }

    private static boolean isRead(HttpRequest request) {
        return request.getMethod().equals(HttpMethod.GET)
                || isOneOf(READS, request, String::endsWith);
    }

    private HttpRequest asked(HttpRequest read) {
        token.present(read.getHeaders());
        return read.getMethod().equals(HttpMethod.GET) ? said.asked(read) : read;
    }

    private HttpRequest told(HttpRequest write) {
        if (said.withheld()) {
            throw KeyledgerProblem.withheld();
        }
        said.put(write.getHeaders());
        if (!write.getURI().getPath().startsWith(CHECKS)) {
            write.getHeaders().set("Idempotency-Key", UUID.randomUUID().toString());
        }
        return write;
    }

    private static boolean isOneOf(
            Set<String> some, HttpRequest request, BiPredicate<String, String> matches) {
        String path = request.getURI().getPath();
        return some.stream().anyMatch(each -> matches.test(path, each));
    }
}
