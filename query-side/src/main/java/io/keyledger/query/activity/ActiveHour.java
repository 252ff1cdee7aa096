package io.keyledger.query.activity;

import java.time.Instant;

/** An hour, by its beginning, in which there were changes, uses or both. */
record ActiveHour(Instant hour, boolean hasChanges, boolean hasUses) {}
