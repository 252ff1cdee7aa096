package io.keyledger.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;

import io.keyledger.access.key.PresentedKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells whether a token was signed by the provider, with one of its keys and an asymmetric
 * algorithm, for us and for now (RFC 7519, RFC 8725). Signed by a shared secret or not at all, it
 * is none.
 */
public final class TokenVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(TokenVerifier.class);
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    /** For clocks that are not exactly the same. */
    private static final int SKEW_SECONDS = 10;

    private final Claims claims;
    private final Supplier<Optional<String>> complaint;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private TokenVerifier(OidcSettings settings, ProviderKeys keys) {
        claims = new Claims(settings);
        complaint = keys::complaint;
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        DefaultJWTClaimsVerifier<SecurityContext> verifier =
                new DefaultJWTClaimsVerifier<>(
                        settings.audience().strip(),
                        new JWTClaimsSet.Builder().issuer(settings.issuer().strip()).build(),
                        Set.of("sub", "iat", "exp"));
        verifier.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(verifier);
    }

    /** Fetches the provider's keys when the first token comes. */
    public static TokenVerifier of(OidcSettings settings) {
        return new TokenVerifier(settings, new ProviderKeys(settings, System::nanoTime));
    }

    /**
     * Why nobody's token can be verified just now, as a sentence; empty if tokens can be. Asks the
     * provider, unless its keys are known from the last minutes.
     */
    public Optional<String> complaint() {
        return complaint.get();
    }

    /**
     * What the token stands for.
     *
     * @throws ProviderUnreachable if its signature cannot be verified, for want of keys
     */
    public PresentedKey verify(String token) {
        try {
            return claims.read(processor.process(token, null));
        } catch (ExpiredJWTException _) {
            return new PresentedKey.RefusedToken(true);
        } catch (RateLimitReachedException _) {
            return new PresentedKey.RefusedToken(false);
        } catch (KeySourceException e) {
            LOG.warn("The OpenID Connect provider's keys cannot be fetched: {}", e.getMessage());
            throw new ProviderUnreachable();
        } catch (BadJOSEException | JOSEException | ParseException e) {
            LOG.debug("A bearer token was refused: {}", e.getMessage());
            return new PresentedKey.RefusedToken(false);
        }
    }
}
