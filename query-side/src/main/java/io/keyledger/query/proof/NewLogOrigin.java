package io.keyledger.query.proof;

import org.jspecify.annotations.Nullable;

/** Why logs that are stopped go on under another origin. */
record NewLogOrigin(@Nullable String reason) {}
