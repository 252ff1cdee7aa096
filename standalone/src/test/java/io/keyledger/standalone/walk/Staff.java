package io.keyledger.standalone.walk;

import io.keyledger.standalone.journey.Api;
import io.keyledger.testsupport.TokenIssuer;

import java.util.Map;

/** People whom a provider names, one a company. */
final class Staff implements AutoCloseable {

    private final TokenIssuer provider = new TokenIssuer();

    /** What a node is told of the provider. */
    Map<String, Object> settings() {
        return Map.of(
                "keyledger.oidc.issuer",
                provider.issuer(),
                "keyledger.oidc.audience",
                TokenIssuer.AUDIENCE);
    }

    /** Somebody of that name signs in, and views a workspace from then on. */
    void comes(Api api, String name, String workspace) {
        String token = provider.token(name, name, "keyledger:" + workspace + ":viewers");
        api.as(token).post("/api/v1/sign-ins", "{}").mustBe(200);
    }

    @Override
    public void close() {
        provider.close();
    }
}
