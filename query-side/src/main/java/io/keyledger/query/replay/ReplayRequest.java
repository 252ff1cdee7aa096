package io.keyledger.query.replay;

import org.jspecify.annotations.Nullable;

/** What to rebuild: a view's name, or {@code all}. */
record ReplayRequest(@Nullable String view) {}
