package io.keyledger.standalone.document;

import io.keyledger.access.web.Caller;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the OpenAPI document says beside the handlers: who it is, and how callers show their keys.
 */
@Configuration(proxyBeanMethods = false)
public class ApiDocumentation {

    /** One of them is needed. */
    private static final Map<String, SecurityScheme> CREDENTIALS = credentials();

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    Handlers handlers() {
        return new Handlers();
    }

    @Bean
    WholeDocument wholeDocument(SchemaNames names) {
        return new WholeDocument(names);
    }

    @Bean
    SchemaNames schemaNames() {
        return SchemaNames.OF_THE_PROCESS;
    }

    @Bean
    ModelResolver modelResolver(SchemaNames names) {
        return new ModelResolver(Json31.mapper(), names).openapi31(true);
    }

    @Bean
    OpenAPI openApi() {
        OpenAPI document =
                new OpenAPI()
                        .info(
                                new Info()
                                        .title("Keyledger")
                                        .version("v1")
                                        .description(
                                                "Service users, their keys and their permissions,"
                                                        + " with everything on record. Refusals are"
                                                        + " problems (RFC 9457)."))
                        .components(new Components());
        CREDENTIALS.forEach(
                (name, scheme) -> {
                    document.getComponents().addSecuritySchemes(name, scheme);
                    document.addSecurityItem(new SecurityRequirement().addList(name));
                });
        return document;
    }

    private static Map<String, SecurityScheme> credentials() {
        Map<String, SecurityScheme> ways = new LinkedHashMap<>();
        ways.put(
                "bearer",
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An API key, kl_…"));
        ways.put(
                "basic",
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("basic")
                        .description("A key's id as name, its secret as password"));
        ways.put(
                "header",
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key")
                        .description("An API key, kl_…"));
        return ways;
    }
}
