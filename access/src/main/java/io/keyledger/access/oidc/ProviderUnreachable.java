package io.keyledger.access.oidc;

/** The provider's keys could not be fetched, so that nobody knows whether a token is good. */
public final class ProviderUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderUnreachable() {
        super("the provider's keys cannot be fetched", null, false, false);
    }
}
