package io.keyledger.shared.policy;

import static io.keyledger.shared.policy.AttributeCondition.Operator.EQUALS;
import static io.keyledger.shared.policy.AttributeCondition.Operator.IN;
import static io.keyledger.shared.policy.AttributeCondition.Operator.STARTS_WITH;
import static io.keyledger.shared.policy.ResourceScope.Match.ALL;
import static io.keyledger.shared.policy.ResourceScope.Match.ANY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyledger.shared.policy.AttributeCondition.Operator;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

class ResourceScopeTest {

    private static final Resource TABLE =
            new Resource("table", "sales/2026", Map.of("region", "eu", "owner", ""));
    private static final AttributeCondition IS_TABLE = condition("type", EQUALS, "table");
    private static final AttributeCondition OF_SALES = condition("id", STARTS_WITH, "sales/");
    private static final AttributeCondition IN_ASIA = condition("region", IN, "cn", "jp");

    @Test
    void allMeansEachConditionAndAnyMeansOne() {
        assertThat(new ResourceScope(ALL, List.of(IS_TABLE, OF_SALES)).covers(TABLE)).isTrue();
        assertThat(new ResourceScope(ALL, List.of(IS_TABLE, IN_ASIA)).covers(TABLE)).isFalse();
        assertThat(new ResourceScope(ANY, List.of(IN_ASIA, IS_TABLE)).covers(TABLE)).isTrue();
        assertThat(new ResourceScope(ANY, List.of(IN_ASIA)).covers(TABLE)).isFalse();
    }

    @Test
    void withoutConditionsNothingIsCovered() {
        assertThat(new ResourceScope(ALL, List.of()).covers(TABLE)).isFalse();
        assertThat(new ResourceScope(ANY, List.of()).covers(TABLE)).isFalse();
    }

    @Test
    void whatWasNotSuppliedMakesAConditionFalse() {
        for (Operator operator : Operator.values()) {
            assertThat(condition("colour", operator, "").holds(TABLE)).isFalse();
        }
        assertThat(IS_TABLE.holds(new Resource(null, null, Map.of()))).isFalse();
        assertThat(condition("owner", EQUALS, "").holds(TABLE)).isTrue();
    }

    @Test
    void textsAreComparedAsTheyAre() {
        assertThat(condition("region", EQUALS, "EU").holds(TABLE)).isFalse();
        assertThat(condition("region", EQUALS, "eu ").holds(TABLE)).isFalse();
        assertThat(condition("id", STARTS_WITH, "Sales").holds(TABLE)).isFalse();
        assertThat(condition("id", STARTS_WITH, "hr/", "sales").holds(TABLE)).isTrue();
        assertThat(condition("id", EQUALS).holds(TABLE)).isFalse();
    }

    @Test
    void aLimitedGrantIsGoodForNoRequestWithoutAResource() {
        ResourceScope tables = new ResourceScope(ALL, List.of(IS_TABLE));
        UUID role = new UUID(0, 1);
        assertThat(new PolicyGrant(role, tables).covers(TABLE)).isTrue();
        assertThat(new PolicyGrant(role, tables).covers(null)).isFalse();
        assertThat(new PolicyGrant(role, null).covers(null)).isTrue();
    }

    @Test
    void attributesCannotStandInForTypeAndId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resource("view", null, Map.of("type", "table")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resource(null, "1", Map.of("id", "2")));
    }

    private static AttributeCondition condition(
            String attribute, Operator operator, String... values) {
        return new AttributeCondition(attribute, operator, List.of(values));
    }
}
