package io.keyledger.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void fieldsAreCalledAsPeopleCallThem() {
        assertThat(Difference.words("expiresAt")).isEqualTo("expires at");
        assertThat(Difference.words("maxKeyAgeDays")).isEqualTo("max key age days");
        assertThat(Difference.words("owner")).isEqualTo("owner");
    }
}
