package io.keyledger.query.directory;

import java.util.UUID;

/** Where a grant stands among those of its policy. */
record GrantPlace(UUID policy, int place) {}
