package io.keyledger.access.check;

import java.util.UUID;

/** Whose key it is. */
public record KeyHolder(UUID serviceUserId, String username, String workspace, String keyId) {}
