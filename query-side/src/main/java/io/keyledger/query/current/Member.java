package io.keyledger.query.current;

import java.util.UUID;

/** A service user as a member of a group or a holder of a role. */
public record Member(UUID id, String username, String status) {}
