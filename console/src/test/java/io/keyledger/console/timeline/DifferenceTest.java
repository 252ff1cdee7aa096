package io.keyledger.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class DifferenceTest {

    @Test
    void whatWasEmptyAndIsEmptyIsNoDifference() {
        Map<String, Object> after = Map.of("name", "a", "description", "", "labels", Map.of());
        assertThat(Difference.of(null, after, Map.of()))
                .containsExactly(new Difference("name", null, "a"));
        assertThat(Difference.of(Map.of("owner", "ada"), Map.of("owner", ""), Map.of()))
                .containsExactly(new Difference("owner", "ada", null));
    }

    @Test
    void fieldsAreCalledAsPeopleCallThem() {
        assertThat(Difference.words("expiresAt")).isEqualTo("expires at");
        assertThat(Difference.words("maxKeyAgeDays")).isEqualTo("max key age days");
        assertThat(Difference.words("owner")).isEqualTo("owner");
    }
}
