package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import io.keyledger.testsupport.ScratchDatabase;
import io.keyledger.testsupport.TokenIssuer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the console takes for a provider's answer, and what it does not. */
class ForgedSignInTest {

    private static final String REFUSED = "/console/sign-in?problem=provider-refused";
    private static final String BEGIN = "/console/_/oauth2/authorization/keyledger";
    private static final ForgingProvider PROVIDER = new ForgingProvider();

    @TempDir private static Path data;
    private static ScratchDatabase database;
    private static Node node;

    @BeforeAll
    static void start() throws IOException {
        database = ScratchDatabase.create();
        node =
                Node.start(
                        database,
                        data,
                        Map.of(
                                "keyledger.oidc.issuer",
                                PROVIDER.issuer(),
                                "keyledger.oidc.audience",
                                TokenIssuer.AUDIENCE,
                                "keyledger.oidc.client-id",
                                ForgingProvider.CLIENT));
        Answer made =
                node.administrator()
                        .post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}")
                        .mustBe(201);
        node.administrator()
                .get(
                        "/api/v1/workspaces/acme/service-users",
                        "Consistency-Token",
                        made.header("Consistency-Token"))
                .mustBe(200);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
        PROVIDER.close();
    }

    @BeforeEach
    void honest() {
        PROVIDER.idTokens(PROVIDER::signed);
    }

    @Test
    void anHonestAnswerSignsIn() throws Exception {
        Visit visit = new Visit();
        URI callback = visit.toProviderAndBack();
        assertThat(visit.get(callback)).isEqualTo("/console/");
        assertThat(visit.isSignedIn()).isTrue();
    }

    record Forged(String what, Function<JWTClaimsSet.Builder, String> token) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Forged> forged() {
        Instant past = Instant.now().minusSeconds(600);
        return Stream.of(
                claims("another sign-in's nonce", it -> it.claim("nonce", "bm90IHlvdXJz")),
                claims("no nonce", it -> it.claim("nonce", null)),
                claims("another audience", it -> it.audience("billing")),
                claims("the API's audience", it -> it.audience(TokenIssuer.AUDIENCE)),
                claims("no audience", it -> it.audience(List.of())),
                claims(
                        "two audiences and nobody it was given to",
                        it -> it.audience(List.of(ForgingProvider.CLIENT, "billing"))),
                claims("another party it was given to", it -> it.claim("azp", "billing")),
                claims("another issuer", it -> it.issuer("https://evil.example.com")),
                claims("no issuer", it -> it.issuer(null)),
                claims("no subject", it -> it.subject(null)),
                claims(
                        "expired",
                        it ->
                                it.issueTime(Date.from(past))
                                        .expirationTime(Date.from(past.plusSeconds(300)))),
                claims("no expiry", it -> it.expirationTime(null)),
                claims("no time of issue", it -> it.issueTime(null)),
                new Forged("no algorithm", it -> new PlainJWT(it.build()).serialize()),
                new Forged("HS256 with the public key", ForgedSignInTest::symmetric),
                new Forged("another key", it -> other(it, "second")),
                new Forged("another key under the same name", it -> other(it, "first")),
                new Forged("other claims under the signature", ForgedSignInTest::tampered),
                new Forged("no token at all", _ -> "garbage"));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void aForgedIdTokenSignsNobodyIn(Forged forged) throws Exception {
        PROVIDER.idTokens(forged.token());
        Visit visit = new Visit();
        int before = PROVIDER.given();
        assertThat(visit.get(visit.toProviderAndBack())).isEqualTo(REFUSED);
        assertThat(PROVIDER.given()).as("the token was looked at").isEqualTo(before + 1);
        assertThat(visit.isSignedIn()).isFalse();
    }

    @Test
    void anAnswerCountsOnceAndForWhoeverAsked() throws Exception {
        Visit ada = new Visit();
        URI callback = ada.toProviderAndBack();
        Visit thief = new Visit();
        thief.toProviderAndBack();
        int before = PROVIDER.given();
        assertThat(thief.get(callback)).as("another's answer").isEqualTo(REFUSED);
        assertThat(thief.isSignedIn()).isFalse();
        assertThat(PROVIDER.given()).as("its code is not even shown").isEqualTo(before);
        assertThat(ada.get(callback)).isEqualTo("/console/");
        assertThat(thief.get(callback)).as("after it was used").isEqualTo(REFUSED);
        assertThat(new Visit().get(callback)).as("without asking").isEqualTo(REFUSED);
        assertThat(ada.get(callback)).as("the same once more").isEqualTo(REFUSED);
        assertThat(PROVIDER.given()).isEqualTo(before + 1);
    }

    @Test
    void aCodeThatWasUsedOrIsAnothersIsRefusedUnderAGoodState() throws Exception {
        Visit ada = new Visit();
        URI used = ada.toProviderAndBack();
        assertThat(ada.get(used)).isEqualTo("/console/");
        for (String code : List.of(parameter(used, "code"), stolenCode())) {
            Visit thief = new Visit();
            URI own = thief.toProviderAndBack();
            URI replayed = URI.create(own.toString().replace(parameter(own, "code"), code));
            int before = PROVIDER.given();
            assertThat(thief.get(replayed)).isEqualTo(REFUSED);
            assertThat(thief.isSignedIn()).isFalse();
            assertThat(PROVIDER.given()).isEqualTo(before);
        }
    }

    /** One that nobody has used; whose it is proves itself by what only its asker knows. */
    private static String stolenCode() throws Exception {
        return parameter(new Visit().toProviderAndBack(), "code");
    }

    private static Forged claims(String what, Function<JWTClaimsSet.Builder, ?> change) {
        return new Forged(
                what,
                claims -> {
                    change.apply(claims);
                    return PROVIDER.signed(claims);
                });
    }

    private static String symmetric(JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                            claims.build());
            token.sign(new MACSigner(PROVIDER.key().toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String other(JWTClaimsSet.Builder claims, String keyId) {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID(keyId).generate();
            return TokenIssuer.sign(claims.build(), JWSAlgorithm.RS256, key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tampered(JWTClaimsSet.Builder claims) {
        String[] parts = PROVIDER.signed(claims).split("\\.");
        String[] others = PROVIDER.signed(claims.subject("root")).split("\\.");
        return parts[0] + "." + others[1] + "." + parts[2];
    }

    private static String parameter(URI uri, String name) {
        return Stream.of(uri.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody's browser, which follows no redirect by itself. */
    private static final class Visit {

        private final HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        /** The address that the provider sends it back to. */
        URI toProviderAndBack() throws IOException, InterruptedException {
            HttpResponse<Void> away = send(URI.create(node.address() + BEGIN));
            HttpResponse<Void> back = send(location(away));
            return location(back);
        }

        /** Where an address of the console leads to, without the host. */
        String get(URI address) throws IOException, InterruptedException {
            URI next = location(send(address));
            return next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
        }

        boolean isSignedIn() throws IOException, InterruptedException {
            return send(URI.create(node.address() + "/console/acme/service-users")).statusCode()
                    == 200;
        }

        private HttpResponse<Void> send(URI address) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(address).build();
            return browser.send(request, BodyHandlers.discarding());
        }

        private static URI location(HttpResponse<?> response) {
            assertThat(response.statusCode()).as(response.uri().toString()).isEqualTo(302);
            return response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
        }
    }
}
