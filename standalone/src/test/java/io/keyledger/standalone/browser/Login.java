package io.keyledger.standalone.browser;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import io.keyledger.testsupport.FreePort;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A company's OpenID Connect provider: Spring Authorization Server on a port of its own. It insists
 * on PKCE, and everybody's password is "secret".
 */
final class Login implements AutoCloseable {

    static final String CLIENT = "keyledger-console";
    static final String AUDIENCE = "keyledger";

    /** So short that a token is exchanged a second after it came, and good for half a minute. */
    private static final Duration LIFETIME = Duration.ofSeconds(31);

    /** With the fewest rounds there are: nobody's password is kept here. */
    private static final PasswordEncoder PASSWORDS = new BCryptPasswordEncoder(4);

    /** Nobody listens there yet. */
    private final int port = FreePort.find();

    private final Claims claims = new Claims();
    private AnnotationConfigServletWebServerApplicationContext context;

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    void start(URI console) {
        context = new AnnotationConfigServletWebServerApplicationContext();
        context.registerBean(
                JettyServletWebServerFactory.class,
                () -> {
                    JettyServletWebServerFactory jetty = new JettyServletWebServerFactory(port);
                    jetty.setAddress(InetAddress.getLoopbackAddress());
                    jetty.setRegisterDefaultServlet(true);
                    return jetty;
                });
        context.registerBean(
                AuthorizationServerSettings.class,
                () -> AuthorizationServerSettings.builder().issuer(issuer()).build());
        context.registerBean(RegisteredClientRepository.class, () -> client(console));
        context.registerBean(Claims.class, () -> claims);
        context.register(Server.class);
        context.refresh();
    }

    void groups(String user, String... names) {
        claims.groups.put(user, List.of(names));
    }

    /** Whatever was given out is not refreshed any more. */
    void forgetEverybody() {
        context.getBean(Forgetful.class).forget();
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }

    private static RegisteredClientRepository client(URI console) {
        return new InMemoryRegisteredClientRepository(
                RegisteredClient.withId(UUID.randomUUID().toString())
                        .clientId(CLIENT)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientSecret(PASSWORDS.encode("client-secret"))
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                        .redirectUri(console + "/console/_/oauth2/code/keyledger")
                        .scope(OidcScopes.OPENID)
                        .scope(OidcScopes.PROFILE)
                        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                        .tokenSettings(
                                TokenSettings.builder().accessTokenTimeToLive(LIFETIME).build())
                        .build());
    }

    /** What access tokens say of people. */
    static final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

        private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

        @Override
        public void customize(JwtEncodingContext jwt) {
            if (jwt.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
                String user = jwt.getPrincipal().getName();
                jwt.getClaims()
                        .audience(List.of(AUDIENCE))
                        .claim("name", "The honourable " + user)
                        .claim("groups", groups.getOrDefault(user, List.of()));
            }
        }
    }

    /** What was given out, in memory, until it is forgotten. */
    static final class Forgetful implements OAuth2AuthorizationService {

        private volatile OAuth2AuthorizationService given =
                new InMemoryOAuth2AuthorizationService();

        void forget() {
            given = new InMemoryOAuth2AuthorizationService();
        }

        @Override
        public void save(OAuth2Authorization authorization) {
            given.save(authorization);
        }

        @Override
        public void remove(OAuth2Authorization authorization) {
            given.remove(authorization);
        }

        @Override
        public OAuth2Authorization findById(String id) {
            return given.findById(id);
        }

        @Override
        public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
            return given.findByToken(token, type);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class Server {

        @Bean
        SecurityFilterChain everything(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            return new ImmutableJWKSet<>(
                    new JWKSet(new RSAKeyGenerator(2048).keyID("login").generate()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(user("ada"), user("eve"), user("grace"));
        }

        @Bean
        PasswordEncoder passwords() {
            return PASSWORDS;
        }

        @Bean
        Forgetful forgetful() {
            return new Forgetful();
        }

        private static UserDetails user(String name) {
            return User.withUsername(name)
                    .password(PASSWORDS.encode("secret"))
                    .roles("PERSON")
                    .build();
        }
    }
}
