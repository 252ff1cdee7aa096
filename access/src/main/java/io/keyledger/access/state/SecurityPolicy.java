package io.keyledger.access.state;

import io.keyledger.shared.policy.Cidr;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.policy.WeeklyHours;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A security policy.
 *
 * @param networks those of the guards, ready for matching; what is no network matches nothing
 * @param hours those of the guards' weekly windows, likewise
 */
public record SecurityPolicy(
        EntityVersion entityVersion,
        String name,
        PolicyState state,
        List<PolicyGrant> grants,
        PolicyGuards guards,
        List<Cidr> networks,
        List<WeeklyHours> hours) {

    static SecurityPolicy of(
            UUID id,
            long version,
            String name,
            PolicyState state,
            List<PolicyGrant> grants,
            PolicyGuards guards) {
        return new SecurityPolicy(
                new EntityVersion(EntityKind.SECURITY_POLICY, id, version),
                name,
                state,
                List.copyOf(grants),
                guards,
                guards.networks().stream().map(Cidr::parse).flatMap(Optional::stream).toList(),
                guards.weekly().stream().map(WeeklyHours::of).flatMap(Optional::stream).toList());
    }

    public UUID id() {
        return entityVersion.id();
    }
}
