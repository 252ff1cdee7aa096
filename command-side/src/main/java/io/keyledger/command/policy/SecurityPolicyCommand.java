package io.keyledger.command.policy;

import io.keyledger.command.grant.GuardedCommand;
import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.command.rule.Fields;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** What can be asked of a security policy. */
public sealed interface SecurityPolicyCommand extends GuardedCommand {

    UUID policyId();

    @Override
    default String requiredPermission() {
        return "policies:manage";
    }

    /** Create a security policy, which then goes from disabled to the wanted state. */
    record CreateSecurityPolicy(
            String workspace,
            UUID policyId,
            String name,
            String description,
            List<PolicyGrant> grants,
            PolicyGuards guards,
            PolicyState state,
            boolean builtIn)
            implements SecurityPolicyCommand {

        /** A policy that administrators define. */
        public static CreateSecurityPolicy custom(
                String workspace,
                UUID policyId,
                @Nullable String name,
                @Nullable String description,
                List<PolicyGrant> grants,
                PolicyGuards guards,
                PolicyState state) {
            return new CreateSecurityPolicy(
                    workspace,
                    policyId,
                    Fields.name("name", name),
                    Fields.description("description", description),
                    PolicyFields.grants("grants", grants),
                    PolicyFields.guards("guards", guards),
                    state,
                    false);
        }
    }

    /** Change name, description, grants, guards and state in one go; what is null stays. */
    record EditSecurityPolicy(
            String workspace,
            UUID policyId,
            @Nullable String name,
            @Nullable String description,
            @Nullable List<PolicyGrant> grants,
            @Nullable PolicyGuards guards,
            @Nullable PolicyState state,
            @Nullable ExpectedVersions expectedVersion)
            implements SecurityPolicyCommand {

        public EditSecurityPolicy {
            name = name == null ? null : Fields.name("name", name);
            description =
                    description == null ? null : Fields.description("description", description);
            grants = grants == null ? null : PolicyFields.grants("grants", grants);
            guards = guards == null ? null : PolicyFields.guards("guards", guards);
        }
    }

    /** Move a security policy to another state. */
    sealed interface SwitchSecurityPolicy extends SecurityPolicyCommand {

        PolicyState wanted();

        @Nullable ExpectedVersions expectedVersion();
    }

    /** Let a security policy grant and refuse. */
    record EnableSecurityPolicy(
            String workspace, UUID policyId, @Nullable ExpectedVersions expectedVersion)
            implements SwitchSecurityPolicy {

        @Override
        public PolicyState wanted() {
            return PolicyState.ENABLED;
        }
    }

    /** Let a security policy only record what it would refuse. */
    record MonitorSecurityPolicy(
            String workspace, UUID policyId, @Nullable ExpectedVersions expectedVersion)
            implements SwitchSecurityPolicy {

        @Override
        public PolicyState wanted() {
            return PolicyState.MONITORING;
        }
    }

    /** Let a security policy do nothing. */
    record DisableSecurityPolicy(
            String workspace, UUID policyId, @Nullable ExpectedVersions expectedVersion)
            implements SwitchSecurityPolicy {

        @Override
        public PolicyState wanted() {
            return PolicyState.DISABLED;
        }
    }

    /** Delete a security policy that is attached nowhere. */
    record DeleteSecurityPolicy(
            String workspace, UUID policyId, @Nullable ExpectedVersions expectedVersion)
            implements SecurityPolicyCommand {}
}
