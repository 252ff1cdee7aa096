package io.keyledger.client.api;

import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import java.util.List;
import java.util.UUID;

/** People sign in, with a token of the provider that the Keyledger trusts as the key. */
@HttpExchange("/api/v1/sign-ins")
public interface SignIns {

    /**
     * Who signed in.
     *
     * @param groups what the person is a member of now, as {@code workspace:group}
     * @param unknownGroups what the token claims besides, and is not there
     */
    record SignedIn(UUID id, String name, List<String> groups, List<String> unknownGroups) {}

    /** To be done once with each new token, before anything else. */
    @PostExchange
    SignedIn signIn();
}
