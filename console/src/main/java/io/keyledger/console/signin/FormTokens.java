package io.keyledger.console.signin;

import io.keyledger.console.Htmx;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The tokens of forms, one a session. What a page asks by itself begins no session for one: its
 * answer may come after that to a form which was sent meanwhile and is kept, and would take the
 * place of that session in the browser.
 */
final class FormTokens implements CsrfTokenRepository {

    private final CsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return tokens.generateToken(request);
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (!Htmx.asks(request) || request.getSession(false) != null) {
            tokens.saveToken(token, request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return tokens.loadToken(request);
    }
}
