package io.keyledger.access.web;

import static io.keyledger.access.web.Server.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import io.keyledger.access.key.PersonToken.Identity;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.testsupport.TokenIssuer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

class PersonTokenTest extends WebTest {

    private static final String THINGS = "/api/v1/workspaces/acme/things";
    private static final TokenIssuer ISSUER = new TokenIssuer();

    private String subject;
    private UUID person;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("keyledger.oidc.issuer", ISSUER::issuer);
        registry.add("keyledger.oidc.audience", () -> TokenIssuer.AUDIENCE);
    }

    @BeforeEach
    void ada() {
        subject = UUID.randomUUID().toString();
        person =
                FIXTURE.person(
                        new Identity(ISSUER.issuer(), subject), Instant.now().plusSeconds(60));
        UUID group = FIXTURE.group("acme", FIXTURE.role("acme", "things:view"));
        FIXTURE.joinPerson(person, group);
    }

    @Test
    void aGoodTokenReachesTheHandlerAsItsPerson() {
        HttpResponse<String> response =
                server.get(ISSUER.token(subject, "Ada Osei", "whatever"), THINGS);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(text(response, "holder", "id")).isEqualTo(person.toString());
        assertThat(text(response, "holder", "name")).isEqualTo("Ada Osei");
        assertThat(text(response, "holder", "workspace")).isEqualTo("acme");
    }

    @Test
    void keysAreTakenAsBefore() {
        assertThat(server.get(key.reveal(), THINGS).statusCode()).isEqualTo(200);
        assertThat(text(server.get("kl_nonsense", THINGS), "detail")).contains("malformed-key");
    }

    @Test
    void aTokenBesideAKeyIsNone() {
        HttpResponse<String> response =
                Server.send(
                        server.as(ISSUER.token(subject, "Ada"), THINGS)
                                .header("X-API-Key", key.reveal()));
        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsNotKnownHasToSignIn() {
        HttpResponse<String> response = server.get(ISSUER.token("stranger", "Eve"), THINGS);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(text(response, "code")).isEqualTo("sign-in-required");
    }

    @Test
    void anExpiredTokenIsToldFromABadOne() {
        HttpResponse<String> response =
                server.get(ISSUER.sign(good().expirationTime(past(60)).build()), THINGS);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(text(response, "code")).isEqualTo("token-expired");
        assertThat(lastUse().reason()).isEqualTo("token-expired");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNotTrustedIsRefusedOnRecord(Bad bad) {
        HttpResponse<String> response = server.get(bad.token(), THINGS);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(text(response, "code")).isEqualTo("invalid-token");
        assertThat(response.body()).doesNotContain(bad.token());
        assertThat(lastUse().reason()).isEqualTo("invalid-token");
        assertThat(lastUse().entities()).isEmpty();
    }

    record Bad(String what, String token) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Bad> bad() throws JOSEException {
        String good = ISSUER.token("ada", "Ada");
        String body = good.substring(0, good.lastIndexOf('.'));
        return Stream.of(
                new Bad("other issuer", sign(claims().issuer("https://evil.example.com"))),
                new Bad("issuer with a slash", sign(claims().issuer(ISSUER.issuer() + "/"))),
                new Bad("other audience", sign(claims().audience("billing"))),
                new Bad("no audience", sign(claims().audience(List.of()))),
                new Bad("not yet", sign(claims().notBeforeTime(past(-120)))),
                new Bad("without expiry", sign(claims().expirationTime(null))),
                new Bad("without time of issue", sign(claims().issueTime(null))),
                new Bad("without subject", sign(claims().subject(null))),
                new Bad("blank subject", sign(claims().subject(" "))),
                new Bad("long subject", sign(claims().subject("s".repeat(256)))),
                new Bad("no algorithm", new PlainJWT(claims().build()).serialize()),
                new Bad("HS256 with the public key", symmetric()),
                new Bad("unknown key", sign("second")),
                new Bad("other key under the same name", sign("first")),
                new Bad("other claims under the signature", tampered(good)),
                new Bad("no signature", body + "."),
                new Bad("half a signature", good.substring(0, good.length() - 20)),
                new Bad("garbage", "eyJ.garbage.x"),
                new Bad("more garbage", "ghp_0123456789"),
                new Bad("dots", "...."));
    }

    private static String sign(JWTClaimsSet.Builder claims) {
        return ISSUER.sign(claims.build());
    }

    private static String sign(String keyId) throws JOSEException {
        return TokenIssuer.sign(
                claims().build(),
                JWSAlgorithm.RS256,
                new RSAKeyGenerator(2048).keyID(keyId).generate());
    }

    private static String symmetric() throws JOSEException {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                        claims().build());
        token.sign(new MACSigner(ISSUER.key().toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static String tampered(String good) {
        String other = ISSUER.token("root", "Root");
        String[] parts = good.split("\\.");
        return parts[0] + "." + other.split("\\.")[1] + "." + parts[2];
    }

    private JWTClaimsSet.Builder good() {
        return ISSUER.claims(subject, "Ada Osei").issueTime(past(300));
    }

    private static JWTClaimsSet.Builder claims() {
        return ISSUER.claims("ada", "Ada Osei");
    }

    private static Date past(long seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }

    private static KeyUse lastUse() {
        return FIXTURE.journal().getLast().uses().uses().getLast();
    }
}
