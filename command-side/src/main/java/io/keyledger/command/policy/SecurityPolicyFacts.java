package io.keyledger.command.policy;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.RoleFact;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a decision about a security policy needs to know beside its own events.
 *
 * @param roles those that it grants or shall grant, as far as they are there
 * @param reached all that those hold whom the policy reaches; asked for only when it matters
 */
record SecurityPolicyFacts(
        Grantor grantor, Map<UUID, RoleFact> roles, Supplier<List<String>> reached) {}
