package io.keyledger.command.usergroup;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.PolicyFact;
import io.keyledger.command.grant.RoleFact;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a decision about a user group needs to know beside its own events.
 *
 * @param roles those that the command names, as far as they are there
 * @param policies those that the group has or shall have, as far as they are there
 * @param ofMembers all that the members hold; asked for only when it matters
 */
record UserGroupFacts(
        Grantor grantor,
        Map<UUID, RoleFact> roles,
        Map<UUID, PolicyFact> policies,
        Supplier<List<String>> ofMembers) {}
