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

/**
 * What the OpenAPI document says beside the handlers: who it is, and how callers show their keys.
 */
@Configuration(proxyBeanMethods = false)
public class ApiDocumentation {

    private static final String KEY = "API key";

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
        return new SchemaNames();
    }

    @Bean
    ModelResolver modelResolver(SchemaNames names) {
        return new ModelResolver(Json31.mapper(), names).openapi31(true);
    }

    @Bean
    OpenAPI openApi() {
        SecurityScheme bearer =
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description(
                                "An API key, kl_…; also accepted as HTTP Basic and in X-API-Key");
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Keyledger")
                                .version("v1")
                                .description(
                                        "Service users, their keys and their permissions, with everything"
                                                + " on record. Refusals are problems (RFC 9457)."))
                .components(new Components().addSecuritySchemes(KEY, bearer))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }
}
