package io.keyledger.access.web;

import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.problem.ProblemAdvice;
import io.keyledger.access.problem.ProblemErrorController;
import io.keyledger.access.request.JsonBuffers;
import io.keyledger.access.request.StrictJson;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** What Spring MVC is told. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ProblemErrorController.class})
class WebWiring implements WebMvcConfigurer {

    private final ObjectProvider<CheckGate> gate;

    WebWiring(ObjectProvider<CheckGate> gate) {
        this.gate = gate;
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    JsonFactoryBuilderCustomizer jsonBuffers() {
        return builder -> builder.recyclerPool(new JsonBuffers());
    }

    /** After Spring Boot's, which have an order. */
    @Bean
    ServerHttpMessageConvertersCustomizer wholeJson(JsonMapper mapper) {
        return builder -> builder.withJsonConverter(new WholeJson(mapper));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KeyAuthenticationInterceptor(gate::getObject));
        registry.addInterceptor(new MediaTypesInterceptor());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgumentResolver());
    }
}
