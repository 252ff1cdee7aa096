package io.keyledger.access.state;

import io.keyledger.access.key.PersonToken.Identity;

import java.time.Instant;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What the decisions of a batch need to know of.
 *
 * @param keyIds of all keys that are shown
 * @param routedKeyIds of those that are asked about by method and path
 * @param people whose tokens are shown
 * @param isShownRightly of a key, at the time of decision
 */
public record Needed(
        Set<String> keyIds,
        Set<String> routedKeyIds,
        Set<Identity> people,
        BiPredicate<KnownKey, Instant> isShownRightly) {}
