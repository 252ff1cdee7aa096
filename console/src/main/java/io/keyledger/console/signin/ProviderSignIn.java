package io.keyledger.console.signin;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.ConsoleSettings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

import java.io.IOException;
import java.util.List;

/**
 * Signing in at the provider: the authorization code flow with PKCE (RFC 7636), state and nonce.
 */
record ProviderSignIn(ConsoleSettings settings, Providers providers, GoingOn goingOn) {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    /** Where the way to the provider begins. */
    static final String BEGIN = PATH + "/_/oauth2/authorization";

    private static final String REFUSED = PATH + "/sign-in?problem=provider-refused";

    void configure(OAuth2LoginConfigurer<HttpSecurity> login, String signInPage) {
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(providers, BEGIN);
        requests.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce());
        HttpSessionOAuth2AuthorizedClientRepository clients =
                new HttpSessionOAuth2AuthorizedClientRepository();
        login.loginPage(signInPage)
                .clientRegistrationRepository(providers)
                .authorizedClientRepository(clients)
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(PATH + "/_/oauth2/code/*"))
                // What it says of the person beyond the token nobody looks at.
                .userInfoEndpoint(
                        endpoint ->
                                endpoint.oidcUserService(
                                        asked ->
                                                new DefaultOidcUser(List.of(), asked.getIdToken())))
                .successHandler(new People(settings, clients, goingOn))
                .failureHandler(ProviderSignIn::refuse);
    }

    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        LOG.warn("What the provider answered was not accepted: {}", refused.getMessage());
        response.sendRedirect(REFUSED);
    }
}
