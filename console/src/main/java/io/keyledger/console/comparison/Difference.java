package io.keyledger.console.comparison;

import io.keyledger.console.timeline.Sentences.Sentence;

import org.jspecify.annotations.Nullable;

/**
 * A permission that came or went.
 *
 * @param cause the last change that made it so; null if none was found
 */
public record Difference(String permission, boolean gained, @Nullable Sentence cause) {}
