package io.keyledger.query.directory;

import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import java.time.Instant;

record SecurityPolicyRow(
        String workspace,
        NameAndDescription details,
        PolicyState state,
        PolicyGuards guards,
        boolean builtIn,
        Instant createdAt) {

    SecurityPolicyRow with(NameAndDescription other) {
        return new SecurityPolicyRow(workspace, other, state, guards, builtIn, createdAt);
    }

    SecurityPolicyRow with(PolicyGuards other) {
        return new SecurityPolicyRow(workspace, details, state, other, builtIn, createdAt);
    }

    SecurityPolicyRow in(PolicyState other) {
        return new SecurityPolicyRow(workspace, details, other, guards, builtIn, createdAt);
    }
}
