package io.keyledger.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.RateLimit;
import io.keyledger.shared.policy.WeeklyWindow;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class GuardRulesSpec {

    private static final Instant EARLY = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2028-01-01T00:00:00Z");

    @Test
    void theSameAreNotLooserAndNoneAreLooserThanAny() {
        PolicyGuards all =
                new PolicyGuards(
                        List.of("10.0.0.0/8"),
                        EARLY,
                        LATE,
                        90,
                        List.of(day("monday")),
                        new RateLimit(10, 60));
        assertThat(GuardRules.loosened(all, all)).isFalse();
        assertThat(GuardRules.loosened(PolicyGuards.NONE, all)).isFalse();
        assertThat(GuardRules.loosened(all, PolicyGuards.NONE)).isTrue();
    }

    @Test
    void eachNetworkLetsMorePassAndNoneLetsAllPass() {
        assertLooser(networks("10.0.0.0/8"), networks("10.0.0.0/8", "192.0.2.0/24"));
        assertLooser(networks("10.0.0.0/8"), networks());
    }

    @Test
    void aNetworkThatIsAnotherMayLetOthersPass() {
        assertThat(GuardRules.loosened(networks("10.0.0.0/8"), networks("10.1.0.0/16"))).isTrue();
    }

    @Test
    void aLongerValidityIsLooser() {
        assertLooser(validity(LATE, null), validity(EARLY, null));
        assertLooser(validity(EARLY, null), validity(null, null));
        assertLooser(validity(null, EARLY), validity(null, LATE));
        assertLooser(validity(null, LATE), validity(null, null));
    }

    @Test
    void anOlderKeyIsLooser() {
        assertLooser(age(30), age(90));
        assertLooser(age(90), age(null));
    }

    @Test
    void eachWindowLetsMorePassAndNoneLetsAllPass() {
        assertLooser(weekly(day("monday")), weekly(day("monday"), day("friday")));
        assertLooser(weekly(day("monday")), weekly());
    }

    @Test
    void moreUsesAreLooserAndAnotherWindowMayBe() {
        assertLooser(rate(new RateLimit(10, 60)), rate(new RateLimit(11, 60)));
        assertLooser(rate(new RateLimit(10, 60)), rate(null));
        assertThat(GuardRules.loosened(rate(new RateLimit(10, 60)), rate(new RateLimit(10, 120))))
                .isTrue();
    }

    private static void assertLooser(PolicyGuards before, PolicyGuards after) {
        assertThat(GuardRules.loosened(before, after)).isTrue();
        assertThat(GuardRules.loosened(after, before)).isFalse();
    }

    private static PolicyGuards networks(String... networks) {
        return new PolicyGuards(List.of(networks), null, null, null, List.of(), null);
    }

    private static PolicyGuards validity(Instant notBefore, Instant notAfter) {
        return new PolicyGuards(List.of(), notBefore, notAfter, null, List.of(), null);
    }

    private static PolicyGuards age(Integer days) {
        return new PolicyGuards(List.of(), null, null, days, List.of(), null);
    }

    private static PolicyGuards weekly(WeeklyWindow... windows) {
        return new PolicyGuards(List.of(), null, null, null, List.of(windows), null);
    }

    private static PolicyGuards rate(RateLimit limit) {
        return new PolicyGuards(List.of(), null, null, null, List.of(), limit);
    }

    private static WeeklyWindow day(String day) {
        return new WeeklyWindow(List.of(day), "08:00", "17:00", "UTC");
    }
}
