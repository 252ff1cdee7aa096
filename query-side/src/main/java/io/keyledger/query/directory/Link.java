package io.keyledger.query.directory;

import java.util.UUID;

/** One thing has another: a service user a group or a role, a group a role. */
record Link(UUID holder, UUID held) {}
