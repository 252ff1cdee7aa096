package io.keyledger.standalone.journey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.keyledger.testsupport.TokenIssuer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A provider that lets everybody in at once, and whose id tokens are what a test makes of them: one
 * that somebody has taken over, or stands in the place of. It takes a code once, with the proof of
 * whoever asked for it.
 */
final class ForgingProvider implements AutoCloseable {

    static final String CLIENT = "keyledger-console";
    static final String SUBJECT = "8f14e45f";

    private static final int KEY_BITS = 2048;
    private static final long LIFETIME_SECONDS = 300;

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile Function<JWTClaimsSet.Builder, String> idToken = this::signed;

    ForgingProvider() {
        try {
            key = new RSAKeyGenerator(KEY_BITS).keyID("first").generate();
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", this::document);
        server.createContext(
                "/keys", exchange -> answer(exchange, 200, new JWKSet(key).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    RSAKey key() {
        return key;
    }

    /** How often codes were exchanged for tokens. */
    int given() {
        return tokens.get();
    }

    /** What becomes of the claims of a good id token from now on. */
    void idTokens(Function<JWTClaimsSet.Builder, String> forged) {
        idToken = forged;
    }

    String signed(JWTClaimsSet.Builder claims) {
        return TokenIssuer.sign(claims.build(), JWSAlgorithm.RS256, key);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void document(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
                 "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """
                        .formatted(issuer()));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> request = form(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, request);
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        request.get("redirect_uri")
                                + "?code="
                                + code
                                + "&state="
                                + URLEncoder.encode(request.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> request = form(body);
        Map<String, String> asking = asked.remove(request.getOrDefault("code", ""));
        if (asking == null
                || !challenge(request.getOrDefault("code_verifier", ""))
                        .equals(asking.get("code_challenge"))) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        tokens.incrementAndGet();
        JWTClaimsSet.Builder named = claims(CLIENT).claim("nonce", asking.get("nonce"));
        answer(
                exchange,
                200,
                """
                {"token_type": "Bearer", "expires_in": %d, "scope": "openid profile",
                 "access_token": "%s", "id_token": "%s"}
                """
                        .formatted(LIFETIME_SECONDS, accessToken(), idToken.apply(named)));
    }

    private String accessToken() {
        return signed(
                claims(TokenIssuer.AUDIENCE)
                        .claim("name", "Ada Osei")
                        .claim("groups", List.of("keyledger:acme:viewers")));
    }

    private JWTClaimsSet.Builder claims(String audience) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(audience)
                .subject(SUBJECT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(LIFETIME_SECONDS)));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String encoded) {
        Map<String, String> form = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            form.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
