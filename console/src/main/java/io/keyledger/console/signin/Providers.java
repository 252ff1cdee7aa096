package io.keyledger.console.signin;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.Provider;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * The console as a client of the provider, whose document is read when somebody first signs in: the
 * console starts without it.
 */
final class Providers implements ClientRegistrationRepository {

    static final String ID = "keyledger";

    /** Where the provider sends people back to. */
    static final String CODE = PATH + "/_/oauth2/code/" + ID;

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final Provider provider;
    private volatile @Nullable ClientRegistration found;

    Providers(Provider provider) {
        this.provider = provider;
    }

    /** Looks for it once the console is up; it may come later. */
    void look() {
        Thread.ofVirtual().name("provider").start(this::answers);
    }

    /** Whether its document can be read. */
    boolean answers() {
        try {
            registration();
            return true;
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The provider that KEYLEDGER_OIDC_ISSUER names, {}, does not answer as that"
                            + " provider; until that is mended, people cannot sign in.",
                    provider.issuer());
            LOG.debug("Its document cannot be read", failure);
            return false;
        }
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? registration() : null;
    }

    private ClientRegistration registration() {
        ClientRegistration known = found;
        if (known == null) {
            known = read();
            found = known;
        }
        return known;
    }

    private ClientRegistration read() {
        ClientRegistration.Builder builder =
                ClientRegistrations.fromIssuerLocation(provider.issuer())
                        .registrationId(ID)
                        .clientId(provider.clientId())
                        .scope(provider.scopes())
                        .redirectUri("{baseUrl}" + CODE);
        return provider.secret() == null
                ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build()
                : builder.clientSecret(provider.secret()).build();
    }
}
