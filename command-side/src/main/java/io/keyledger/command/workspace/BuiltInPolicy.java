package io.keyledger.command.workspace;

import io.keyledger.command.policy.SecurityPolicyCommand.CreateSecurityPolicy;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import java.util.List;
import java.util.UUID;

/** A security policy that a workspace is born with, disabled; it can only be switched. */
public record BuiltInPolicy(String name, String description, PolicyGuards guards) {

    public static final List<BuiltInPolicy> ALL =
            List.of(
                    new BuiltInPolicy(
                            "key-age-90-days",
                            "Refuses secrets that are older than 90 days",
                            new PolicyGuards(List.of(), null, null, 90, List.of(), null)));

    /** The command that brings it into a workspace. */
    public CreateSecurityPolicy creation(String workspace, UUID id) {
        return new CreateSecurityPolicy(
                workspace, id, name, description, List.of(), guards, PolicyState.DISABLED, true);
    }
}
