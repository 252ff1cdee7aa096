package io.keyledger.console.signin;

import io.keyledger.client.KeyledgerProblem;
import io.keyledger.console.ConsoleSettings;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A person's tokens, in memory and nowhere else. Shortly before one expires it is exchanged for
 * another, with which the person signs in anew, so that its groups are what the provider says now.
 */
final class Tokens implements Supplier<String> {

    private static final Duration EARLY = Duration.ofSeconds(30);

    private final ConsoleSettings settings;
    private final ClientRegistration registration;
    private final RestClientRefreshTokenTokenResponseClient provider =
            new RestClientRefreshTokenTokenResponseClient();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile OAuth2AccessToken access;
    private @Nullable OAuth2RefreshToken refresh;

    Tokens(ConsoleSettings settings, OAuth2AuthorizedClient client) {
        this.settings = settings;
        this.registration = client.getClientRegistration();
        this.access = client.getAccessToken();
        this.refresh = client.getRefreshToken();
    }

    /** The token of now. */
    @Override
    public String get() {
        if (isLate(access)) {
            lock.lock();
            try {
                if (isLate(access)) {
                    renew();
                }
            } finally {
                lock.unlock();
            }
        }
        return access.getTokenValue();
    }

    private void renew() {
        OAuth2RefreshToken old = refresh;
        if (old == null) {
            if (isOver(access)) {
                throw new SessionOver("the provider gave no token to refresh with");
            }
            return;
        }
        OAuth2AccessTokenResponse answer = ask(old);
        signInAgain(answer.getAccessToken());
        access = answer.getAccessToken();
        refresh = answer.getRefreshToken() == null ? old : answer.getRefreshToken();
    }

    private OAuth2AccessTokenResponse ask(OAuth2RefreshToken old) {
        try {
            return provider.getTokenResponse(
                    new OAuth2RefreshTokenGrantRequest(registration, access, old));
        } catch (OAuth2AuthorizationException refused) {
            throw new SessionOver(
                    "the provider refreshes no more: " + refused.getError().getErrorCode());
        }
    }

    private void signInAgain(OAuth2AccessToken token) {
        try {
            settings.caller(token::getTokenValue).signIns().signIn();
        } catch (KeyledgerProblem refused) {
            throw new SessionOver("the new token was refused: " + refused.code());
        }
    }

    private static boolean isLate(OAuth2AccessToken token) {
        Instant expiresAt = token.getExpiresAt();
        return expiresAt != null && Instant.now().isAfter(expiresAt.minus(EARLY));
    }

    private static boolean isOver(OAuth2AccessToken token) {
        Instant expiresAt = token.getExpiresAt();
        return expiresAt != null && Instant.now().isAfter(expiresAt);
    }
}
