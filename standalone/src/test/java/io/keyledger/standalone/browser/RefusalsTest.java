package io.keyledger.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.check.DenyReason;
import io.keyledger.console.timeline.Refusals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console has a sentence for each code that a use can be refused by. */
class RefusalsTest {

    @ParameterizedTest
    @EnumSource(DenyReason.class)
    void eachIsToldInASentence(DenyReason reason) {
        assertThat(Refusals.sentence(reason.code())).endsWith(".");
    }
}
