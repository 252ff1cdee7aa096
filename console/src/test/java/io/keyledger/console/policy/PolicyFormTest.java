package io.keyledger.console.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.client.api.Policies.Condition;
import io.keyledger.client.api.Policies.Grant;
import io.keyledger.client.api.Policies.Guards;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.Policies.PolicyBody;
import io.keyledger.client.api.Policies.RateLimit;
import io.keyledger.client.api.Policies.Resources;
import io.keyledger.client.api.Policies.Window;
import io.keyledger.console.page.Unreadable;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

class PolicyFormTest {

    private static final UUID ID = UUID.fromString("01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a61");

    @Test
    void whatIsShownAndSentAgainIsThePolicyAsItWas() {
        Guards guards =
                new Guards(
                        List.of("192.0.2.0/24", "2001:db8::/32"),
                        Instant.parse("2027-01-01T00:00:00Z"),
                        Instant.parse("2028-02-03T04:05:06Z"),
                        90,
                        List.of(
                                new Window(List.of("monday"), "08:00", "24:00", "Europe/Berlin"),
                                new Window(List.of("sunday"), "22:00", "02:00", "UTC")),
                        new RateLimit(1_000, 60));
        List<Grant> grants =
                List.of(
                        new Grant(ID, null),
                        new Grant(
                                ID,
                                new Resources(
                                        "any",
                                        List.of(
                                                new Condition(
                                                        "region", "in", List.of("eu, ch", "li")),
                                                new Condition("type", "=", List.of("asset"))))));
        Policy policy = new Policy(ID, "office", "why", "enabled", false, grants, guards, 7, null);

        PolicyBody body = PolicyForm.of(policy).body();

        assertThat(body).isEqualTo(new PolicyBody("office", "why", "enabled", grants, guards));
        assertThat(PolicyForm.of(policy).weeklyRows()).hasSize(3);
        assertThat(PolicyForm.of(policy).grantRows()).hasSize(3);
    }

    @Test
    void emptyRowsAndFieldsAskForNothing() {
        PolicyForm form =
                new PolicyForm(
                        "p",
                        null,
                        "monitoring",
                        " ",
                        "",
                        "",
                        "",
                        "",
                        "",
                        List.of(WindowRow.EMPTY),
                        List.of(GrantRow.EMPTY));
        assertThat(form.body())
                .isEqualTo(
                        new PolicyBody(
                                "p",
                                "",
                                "monitoring",
                                List.of(),
                                new Guards(List.of(), null, null, null, List.of(), null)));
    }

    @Test
    void whatIsNoNumberOrTimeIsSaid() {
        assertThatThrownBy(() -> form("soon", "").body())
                .isInstanceOfSatisfying(
                        Unreadable.class, it -> assertThat(it.text()).contains("guards.notBefore"));
        assertThatThrownBy(() -> form("", "1.5").body())
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        it -> assertThat(it.text()).contains("guards.maxKeyAgeDays"));
    }

    private static PolicyForm form(String notBefore, String days) {
        return new PolicyForm("p", "", "enabled", "", notBefore, "", days, "", "", null, null);
    }
}
