package io.keyledger.console.signin;

import io.keyledger.console.Htmx;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

import java.io.IOException;

/**
 * Sends whoever is not signed in to the page for it; a whole page also when only a part was asked
 * for (by htmx), which would put the form for signing in there.
 */
final class EntryPoint extends LoginUrlAuthenticationEntryPoint {

    EntryPoint(String signIn) {
        super(signIn);
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException lost)
            throws IOException, ServletException {
        if (!Htmx.asks(request)) {
            super.commence(request, response, lost);
            return;
        }
        response.setHeader("HX-Redirect", getLoginFormUrl());
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
