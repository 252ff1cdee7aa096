package io.keyledger.access.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The provider's keys, from where its document says (OpenID Connect Discovery 1.0, section 4). They
 * are fetched when the first token comes, so that Keyledger starts without the provider, kept for
 * five minutes, and fetched again for a key that is not known, at most twice in half a minute.
 * While the document cannot be read, it is asked for less and less often, at most every five
 * seconds in the end, however many tokens come.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final OidcSettings settings;
    private final DefaultResourceRetriever http =
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable JWKSource<SecurityContext> found;
    private final BackOff backOff;

    ProviderKeys(OidcSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.backOff = new BackOff(nanoTime);
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
            throws KeySourceException {
        JWKSource<SecurityContext> keys = found;
        return (keys == null ? find() : keys).get(selector, context);
    }

    /** Why there are no keys just now, as a sentence; empty if there are. */
    Optional<String> complaint() {
        try {
            get(new JWKSelector(new JWKMatcher.Builder().build()), null);
            return Optional.empty();
        } catch (KeySourceException e) {
            boolean own = settings.keys().isBlank();
            return Optional.of(
                    "%s, %s, %s; until that is mended, people cannot sign in."
                            .formatted(
                                    own
                                            ? "The provider that KEYLEDGER_OIDC_ISSUER names"
                                            : "The address that KEYLEDGER_OIDC_KEYS names",
                                    (own ? settings.issuer() : settings.keys()).strip(),
                                    e.getCause() instanceof AnotherIssuer
                                            ? "calls itself by another name"
                                            : "does not answer with keys"));
        }
    }

    private JWKSource<SecurityContext> find() throws KeySourceException {
        lock.lock();
        try {
            JWKSource<SecurityContext> keys = found;
            if (keys == null) {
                if (!backOff.isOver()) {
                    throw new RemoteKeySourceException("the provider did not answer", null);
                }
                keys = JWKSourceBuilder.create(address(), http).retrying(true).build();
                found = keys;
            }
            return keys;
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            backOff.failed();
            throw new RemoteKeySourceException("the provider's document cannot be read", e);
        } finally {
            lock.unlock();
        }
    }

    private URL address() throws IOException {
        if (!settings.keys().isBlank()) {
            return URI.create(settings.keys().strip()).toURL();
        }
        String issuer = settings.issuer().strip();
        String document =
                http.retrieveResource(URI.create(issuer.replaceFirst("/$", "") + DISCOVERY).toURL())
                        .getContent();
        JsonNode json = JsonMapper.shared().readTree(document);
        if (!json.path("issuer").asString("").equals(issuer)) {
            throw new AnotherIssuer();
        }
        return URI.create(json.path("jwks_uri").asString("")).toURL();
    }

    /** The document that was found is of another issuer than the one that is trusted. */
    private static final class AnotherIssuer extends IOException {

        private static final long serialVersionUID = 1L;

        AnotherIssuer() {
            super("the document is of another issuer");
        }
    }
}
