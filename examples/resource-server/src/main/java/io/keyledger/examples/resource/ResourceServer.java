package io.keyledger.examples.resource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.Map;

/**
 * Assets, for whom a key lets view or delete them. Where to ask, and as whom, stands in {@code
 * application.properties}; each permission of a key is an authority {@code SCOPE_<permission>}.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class ResourceServer {

    public static void main(String[] args) {
        SpringApplication.run(ResourceServer.class, args);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(HttpMethod.GET, "/v1/assets/*")
                                        .hasAuthority("SCOPE_catalog.assets:view")
                                        .requestMatchers(HttpMethod.DELETE, "/v1/assets/*")
                                        .hasAuthority("SCOPE_catalog.assets:delete")
                                        .anyRequest()
                                        .denyAll())
                .oauth2ResourceServer(server -> server.opaqueToken(Customizer.withDefaults()))
                .csrf(csrf -> csrf.disable()) // no browser holds a session here
                .build();
    }

    @RestController
    static class Assets {

        @GetMapping("/v1/assets/{id}")
        Map<String, String> view(@PathVariable String id, Principal who) {
            return Map.of("id", id, "viewedBy", who.getName());
        }

        @DeleteMapping("/v1/assets/{id}")
        void delete(@PathVariable String id) {
            // Nothing is kept here.
        }
    }
}
