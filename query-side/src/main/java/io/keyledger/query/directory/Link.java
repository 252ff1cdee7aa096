package io.keyledger.query.directory;

import java.util.UUID;

/** One thing has another: a service user a group, role or policy, a group a role or policy. */
record Link(UUID holder, UUID held) {}
