package io.keyledger.access.web;

import io.keyledger.access.correlation.CorrelationFilter;
import io.keyledger.access.correlation.CorrelationId;
import io.keyledger.access.oidc.OidcSettings;
import io.keyledger.access.oidc.TokenVerifier;
import io.keyledger.access.problem.ProblemWriter;
import io.keyledger.access.request.BodyLimitFilter;
import io.keyledger.access.request.UrlFilter;
import io.keyledger.access.service.WrongSetting;
import io.keyledger.shared.id.UuidV7;

import jakarta.servlet.Filter;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** The filters, in their order, and what stands in for them where none is reached. */
@Configuration(proxyBeanMethods = false)
class WebFilters {

    @Bean
    ProblemWriter problemWriter() {
        return new ProblemWriter();
    }

    /** Its ids open nothing, so that they may be guessed. */
    @Bean
    CorrelationId correlationId() {
        return new CorrelationId(
                new UuidV7(Clock.systemUTC(), () -> ThreadLocalRandom.current().nextLong()));
    }

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter(CorrelationId correlation) {
        return first(new CorrelationFilter(correlation), FilterOrder.CORRELATION);
    }

    @Bean
    FilterRegistrationBean<UrlFilter> urlFilter(ProblemWriter writer) {
        return first(new UrlFilter(writer), FilterOrder.URL);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(ProblemWriter writer) {
        return first(new BodyLimitFilter(writer), FilterOrder.BODY);
    }

    /** Not there while no provider is trusted: then nothing but keys is looked at. */
    @Bean
    FilterRegistrationBean<TokenFilter> tokenFilter(OidcSettings settings, ProblemWriter writer) {
        String complaint = settings.complaint();
        if (complaint != null) {
            throw new WrongSetting(complaint);
        }
        FilterRegistrationBean<TokenFilter> registration =
                first(new TokenFilter(TokenVerifier.of(settings), writer), FilterOrder.TOKEN);
        registration.addUrlPatterns("/api/*", "/oauth2/*");
        registration.setEnabled(settings.isOn());
        return registration;
    }

    private static <F extends Filter> FilterRegistrationBean<F> first(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
