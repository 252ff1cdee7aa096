package io.keyledger.console.comparison;

import io.keyledger.console.timeline.Sentences.Sentence;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Something that is not as it was.
 *
 * @param kind in words, such as {@code security policy}
 * @param state {@code new}, {@code gone} or {@code changed}
 * @param page the address of its page as it is at the second moment, or at the first if it is gone;
 *     null if it has none that the visitor may see
 * @param permissions the address of what a service user could do at both; null for all others
 * @param fields that differ
 * @param cause the last of its changes
 */
public record Differing(
        String kind,
        String name,
        String state,
        @Nullable String page,
        @Nullable String permissions,
        List<Turned> fields,
        Sentence cause) {

    public Differing {
        fields = List.copyOf(fields);
    }
}
