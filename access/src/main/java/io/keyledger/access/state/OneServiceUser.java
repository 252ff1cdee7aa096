package io.keyledger.access.state;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A service user as of a snapshot.
 *
 * @param now the database's clock in it
 * @param user with all its keys but deleted ones; null if there was never one
 */
public record OneServiceUser(Instant now, @Nullable ServiceUserState user) {}
