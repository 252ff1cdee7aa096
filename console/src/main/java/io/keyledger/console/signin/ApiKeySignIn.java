package io.keyledger.console.signin;

import io.keyledger.client.KeyledgerProblem;
import io.keyledger.console.ConsoleSettings;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.web.client.ResourceAccessException;

/** Whoever has an API key that is good for the API may sign in. */
final class ApiKeySignIn implements AuthenticationProvider {

    private static final int LONGEST_KEY = 200;
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;

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
            return new SignedIn(Visitor.whenSeen(settings.caller(() -> key)));
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

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
