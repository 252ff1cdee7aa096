package io.keyledger.console.signin;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.ConsoleSettings;
import io.keyledger.console.kept.KeptForms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

import java.io.IOException;
import java.util.function.Supplier;

/** What guards the console: sessions, CSRF tokens, and headers that keep other sites away. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityChain {

    /** Nothing but what the console itself serves, and no script or style within a page. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /** A long answer is on its way before the filter would notice, and would go without them. */
    private static final ObjectPostProcessor<HeaderWriterFilter> AT_ONCE =
            new ObjectPostProcessor<>() {
                @Override
                public <F extends HeaderWriterFilter> F postProcess(F filter) {
                    filter.setShouldWriteHeadersEagerly(true);
                    return filter;
                }
            };

    private static final String SIGN_IN = PATH + "/sign-in";

    /** Null, and so not there, where none is configured. */
    @Bean(initMethod = "look")
    static @Nullable Providers providers(ConsoleSettings settings) {
        return settings.provider() == null ? null : new Providers(settings.provider());
    }

    @Bean
    KeptForms keptForms() {
        return new KeptForms();
    }

    @Bean
    GoingOn goingOn() {
        return new GoingOn();
    }

    /** In place of the security framework's own, which knows of the token alone. */
    @Bean
    RequestDataValueProcessor requestDataValueProcessor() {
        return new HiddenFields();
    }

    @Bean
    SecurityFilterChain consoleSecurity(
            HttpSecurity http,
            ConsoleSettings settings,
            ObjectProvider<Providers> providers,
            KeptForms forms,
            GoingOn goingOn) {
        Providers known = providers.getIfAvailable();
        if (known != null) {
            http.oauth2Login(
                    login ->
                            new ProviderSignIn(settings, known, goingOn).configure(login, SIGN_IN));
        }
        return http.authenticationProvider(new ApiKeySignIn(settings))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                SIGN_IN,
                                                PATH + "/_/provider",
                                                PATH + "/_/assets/**",
                                                PATH + "/_/webjars/**")
                                        .permitAll()
                                        .anyRequest()
                                        .access(SecurityChain::isVisitor))
                .requestCache(cache -> cache.requestCache(goingOn))
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens()))
                .formLogin(
                        form ->
                                form.loginPage(SIGN_IN)
                                        .usernameParameter("nobody")
                                        .passwordParameter("key")
                                        .defaultSuccessUrl(PATH + "/")
                                        .failureHandler(SecurityChain::refuse))
                .logout(
                        logout ->
                                logout.logoutUrl(PATH + "/sign-out")
                                        .logoutSuccessUrl(SIGN_IN + "?problem=signed-out"))
                .exceptionHandling(
                        refused ->
                                refused.authenticationEntryPoint(new EntryPoint(SIGN_IN))
                                        .accessDeniedHandler(new LostSession(forms, goingOn)))
                .headers(
                        headers ->
                                headers.withObjectPostProcessor(AT_ONCE)
                                        .contentSecurityPolicy(
                                                csp ->
                                                        csp.policyDirectives(
                                                                CONTENT_SECURITY_POLICY))
                                        .frameOptions(frame -> frame.deny())
                                        .referrerPolicy(
                                                referrer ->
                                                        referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                                        .permissionsPolicyHeader(
                                                permissions ->
                                                        permissions.policy(
                                                                "camera=(), geolocation=(),"
                                                                        + " microphone=()")))
                .build();
    }

    /** Whom the provider has named is nobody here until it has signed in at the API. */
    private static AuthorizationResult isVisitor(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext request) {
        return new AuthorizationDecision(who.get() instanceof SignedIn);
    }

    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        String problem =
                switch (refused) {
                    case BadCredentialsException _ -> "wrong-key";
                    case DisabledException _ -> "not-allowed";
                    default -> "unavailable";
                };
        response.sendRedirect(SIGN_IN + "?problem=" + problem);
    }
}
