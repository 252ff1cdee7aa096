package io.keyledger.console.signin;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.KeyledgerProblem;
import io.keyledger.console.ConsoleSettings;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.client.ResourceAccessException;

import java.io.IOException;

/**
 * Whom the provider has named signs in at the API, and is a visitor from then on: the session keeps
 * nothing else of what the provider said. Goes on where a page was asked for before.
 */
final class People extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);

    private final ConsoleSettings settings;
    private final OAuth2AuthorizedClientRepository clients;
    private final HttpSessionSecurityContextRepository sessions =
            new HttpSessionSecurityContextRepository();

    People(ConsoleSettings settings, OAuth2AuthorizedClientRepository clients, GoingOn goingOn) {
        this.settings = settings;
        this.clients = clients;
        setRequestCache(goingOn);
        setDefaultTargetUrl(PATH + "/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication named)
            throws IOException, ServletException {
        OAuth2AuthorizedClient client = clients.loadAuthorizedClient(Providers.ID, named, request);
        clients.removeAuthorizedClient(Providers.ID, named, request, response);
        try {
            SignedIn signedIn = new SignedIn(visitor(client));
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(signedIn);
            SecurityContextHolder.setContext(context);
            sessions.saveContext(context, request, response);
            super.onAuthenticationSuccess(request, response, signedIn);
        } catch (KeyledgerProblem | ResourceAccessException | SessionOver refused) {
            LOG.info("Somebody whom the provider named was refused: {}", refused.getMessage());
            refuse(request, response, Problems.of(refused));
        }
    }

    private Visitor visitor(@Nullable OAuth2AuthorizedClient client) {
        if (client == null) {
            throw new SessionOver("the provider gave no token");
        }
        KeyledgerClient person = settings.caller(client.getAccessToken()::getTokenValue);
        person.signIns().signIn();
        return Visitor.whenSeen(person.showing(new Tokens(settings, client)));
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, String problem)
            throws IOException {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(PATH + "/sign-in?problem=" + problem);
    }
}
