package io.keyledger.client;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Sends a request until it is answered. All tries of a write carry the same {@code
 * Idempotency-Key}; checks have none, each try is a use of its own.
 */
final class Retrying implements ClientHttpRequestInterceptor {

    static final int TRIES = 3;

    /** Reads that are asked with a body. */
    private static final String LOSSES = "/losses";

    private static final String CHECKS = "/api/v1/checks";
    private static final long LONGEST_WAIT_SECONDS = 5;
    private static final Set<Integer> TRY_AGAIN = Set.of(502, 503, 504);

    private final LastToken token;
    private final Said said;

    Retrying(LastToken token, Said said) {
        this.token = token;
        this.said = said;
    }

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        HttpRequest asked = prepared(request);
        for (int tries = 1; ; tries++) {
            try {
                ClientHttpResponse answer = execution.execute(asked, body);
                if (tries == TRIES || !TRY_AGAIN.contains(answer.getStatusCode().value())) {
                    token.remember(answer.getHeaders());
                    return answer;
                }
                pause(answer.getHeaders());
                answer.close();
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private HttpRequest prepared(HttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        if (request.getMethod().equals(HttpMethod.GET)) {
            token.present(headers);
            return said.asked(request);
        }
        if (request.getURI().getPath().endsWith(LOSSES)) {
            token.present(headers);
            return request;
        }
        said.put(headers);
        if (!request.getURI().getPath().startsWith(CHECKS)) {
            headers.set("Idempotency-Key", UUID.randomUUID().toString());
        }
        return request;
    }

    private static void pause(HttpHeaders answer) {
        String after = answer.getFirst(HttpHeaders.RETRY_AFTER);
        boolean seconds = after != null && after.matches("\\d{1,4}");
        long wait = seconds ? Math.min(Long.parseLong(after), LONGEST_WAIT_SECONDS) : 1;
        try {
            TimeUnit.SECONDS.sleep(wait);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
