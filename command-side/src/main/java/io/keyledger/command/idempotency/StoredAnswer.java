package io.keyledger.command.idempotency;

import org.jspecify.annotations.Nullable;

/** An answer as it is given again: its status, what its headers tell, and its JSON body. */
public record StoredAnswer(
        int status, long version, String token, @Nullable String location, @Nullable String body) {

    @Override
    public String toString() {
        return "StoredAnswer[" + status + "]";
    }
}
