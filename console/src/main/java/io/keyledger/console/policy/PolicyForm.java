package io.keyledger.console.policy;

import io.keyledger.client.api.Policies.Guards;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.Policies.PolicyBody;
import io.keyledger.client.api.Policies.PolicyGrants;
import io.keyledger.client.api.Policies.RateLimit;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The fields of a policy. Lists of rows end with an empty one to be filled; empty ones are left
 * out.
 *
 * @param networks one a line
 * @param notBefore UTC, as browsers send times
 * @param grants null if the page did not show them
 */
record PolicyForm(
        @Nullable String name,
        @Nullable String description,
        @Nullable String state,
        @Nullable String networks,
        @Nullable String notBefore,
        @Nullable String notAfter,
        @Nullable String maxKeyAgeDays,
        @Nullable String uses,
        @Nullable String perSeconds,
        @Nullable List<WindowRow> weekly,
        @Nullable List<GrantRow> grants) {

    static final PolicyForm EMPTY =
            new PolicyForm(
                    null, null, "monitoring", null, null, null, null, null, null, null, null);

    static PolicyForm of(Policy policy) {
        Guards guards = policy.guards();
        RateLimit limit = guards.rateLimit();
        return new PolicyForm(
                policy.name(),
                policy.description(),
                policy.state(),
                Typed.lines(guards.networks()),
                Typed.time(guards.notBefore()),
                Typed.time(guards.notAfter()),
                Typed.number(guards.maxKeyAgeDays()),
                limit == null ? "" : Typed.number(limit.uses()),
                limit == null ? "" : Typed.number(limit.perSeconds()),
                Typed.orNone(guards.weekly()).stream().map(WindowRow::of).toList(),
                policy.grants().stream().map(GrantRow::of).toList());
    }

    /** The same in another state. */
    PolicyForm in(@Nullable String other) {
        return new PolicyForm(
                name,
                description,
                other,
                networks,
                notBefore,
                notAfter,
                maxKeyAgeDays,
                uses,
                perSeconds,
                weekly,
                grants);
    }

    /** Those that there are, and one to be filled. */
    public List<WindowRow> weeklyRows() {
        return Rows.andOne(windows(), WindowRow.EMPTY);
    }

    /** Those that there are, and one to be filled. */
    public List<GrantRow> grantRows() {
        return Rows.andOne(granted(), GrantRow.EMPTY);
    }

    boolean isEnabled() {
        return "enabled".equals(state);
    }

    PolicyBody body() {
        return new PolicyBody(
                Typed.text(name),
                Typed.text(description),
                state,
                granted().stream().map(GrantRow::grant).toList(),
                guards());
    }

    PolicyGrants granting() {
        return new PolicyGrants(state, granted().stream().map(GrantRow::grant).toList());
    }

    private List<WindowRow> windows() {
        return Rows.filled(weekly, WindowRow::isEmpty);
    }

    List<GrantRow> granted() {
        return Rows.filled(grants, GrantRow::isEmpty);
    }

    private Guards guards() {
        return new Guards(
                Typed.lines(networks),
                Typed.time("guards.notBefore", notBefore),
                Typed.time("guards.notAfter", notAfter),
                Typed.integer("guards.maxKeyAgeDays", maxKeyAgeDays),
                windows().stream().map(WindowRow::window).toList(),
                rateLimit());
    }

    private @Nullable RateLimit rateLimit() {
        Integer most = Typed.integer("guards.rateLimit.uses", uses);
        Integer seconds = Typed.integer("guards.rateLimit.perSeconds", perSeconds);
        return most == null && seconds == null
                ? null
                : new RateLimit(most == null ? 0 : most, seconds == null ? 0 : seconds);
    }
}
