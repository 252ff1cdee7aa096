package io.keyledger.query.people;

import java.util.UUID;

/** A person is in a group. */
record Membership(UUID person, UUID group) {}
