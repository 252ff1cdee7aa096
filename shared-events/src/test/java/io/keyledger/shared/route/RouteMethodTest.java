package io.keyledger.shared.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class RouteMethodTest {

    @Test
    void headCountsAsGet() {
        assertThat(RouteMethod.of("HEAD")).isEqualTo("GET");
        assertThat(RouteMethod.isOfRoutes("HEAD")).isFalse();
    }

    @Test
    void methodsAreCaseSensitive() {
        assertThat(RouteMethod.of("get")).isEqualTo("get");
        assertThat(RouteMethod.of("head")).isEqualTo("head");
    }

    @Test
    void routesHaveUpperCaseMethods() {
        assertThat(List.of("GET", "POST", "PURGE", "OPTIONS")).allMatch(RouteMethod::isOfRoutes);
        assertThat(List.of("", "get", "GE T", "GÉT", "X".repeat(21)))
                .noneMatch(RouteMethod::isOfRoutes);
    }
}
