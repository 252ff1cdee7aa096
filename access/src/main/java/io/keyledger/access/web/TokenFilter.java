package io.keyledger.access.web;

import io.keyledger.access.oidc.ProviderUnreachable;
import io.keyledger.access.oidc.TokenVerifier;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.ProblemWriter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Optional;

/**
 * Verifies bearer tokens that are no API keys, and puts what they stand for in their place. A key
 * is told from them by its first three characters.
 */
final class TokenFilter extends OncePerRequestFilter {

    private final TokenVerifier verifier;
    private final ProblemWriter writer;

    TokenFilter(TokenVerifier verifier, ProblemWriter writer) {
        this.verifier = verifier;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = RequestKey.token(request);
        try {
            token.map(verifier::verify).ifPresent(shown -> RequestKey.show(request, shown));
        } catch (ProviderUnreachable _) {
            writer.write(response, unavailable());
            return;
        }
        chain.doFilter(request, response);
    }

    private static ApiProblem unavailable() {
        return new ApiProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "provider-unavailable",
                        "The token cannot be verified: the provider's keys cannot be fetched.")
                .with(HttpHeaders.RETRY_AFTER, "5");
    }
}
