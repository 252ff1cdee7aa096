package io.keyledger.command.platform;

import org.jspecify.annotations.Nullable;

/** What a handler answers: the stream it decided on, its version now, perhaps more. */
public record Decided(String stream, long version, @Nullable Object answer) {

    public Decided(String stream, long version) {
        this(stream, version, null);
    }
}
