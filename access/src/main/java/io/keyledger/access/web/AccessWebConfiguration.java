package io.keyledger.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything an application needs to guard its handlers and to answer problems. */
@Configuration(proxyBeanMethods = false)
public class AccessWebConfiguration {

    @Bean
    ProblemWriter problemWriter() {
        return new ProblemWriter();
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemWriter writer) {
        return new ProblemAdvice(writer);
    }
}
