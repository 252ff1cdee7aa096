package io.keyledger.console.signin;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.KeyledgerProblem;
import io.keyledger.console.ConsoleSettings;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.web.client.ResourceAccessException;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Whoever has an API key that is good for the API may sign in. */
final class ApiKeySignIn implements AuthenticationProvider {

    private static final int LONGEST_KEY = 200;
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TRIES = 10;
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ConsoleSettings settings;

    ApiKeySignIn(ConsoleSettings settings) {
        this.settings = settings;
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        String key = String.valueOf(shown.getCredentials()).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.matches("[\\x21-\\x7e]+")) {
            throw new BadCredentialsException("that is no API key");
        }
        try {
            return new SignedIn(visitor(settings.caller(key)));
        } catch (KeyledgerProblem problem) {
            throw switch (problem.status()) {
                case UNAUTHORIZED -> new BadCredentialsException(problem.code());
                case FORBIDDEN -> new DisabledException(problem.code());
                default -> new AuthenticationServiceException(problem.code());
            };
        } catch (ResourceAccessException unreachable) {
            throw new AuthenticationServiceException("the API does not answer", unreachable);
        }
    }

    /** Views may be behind by a moment, and not know yet whose key was made just now. */
    private static Visitor visitor(KeyledgerClient client) {
        for (int tries = 1; ; tries++) {
            try {
                return Visitor.of(client);
            } catch (KeyledgerProblem problem) {
                if (problem.status() != NOT_FOUND || tries == TRIES) {
                    throw problem;
                }
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
