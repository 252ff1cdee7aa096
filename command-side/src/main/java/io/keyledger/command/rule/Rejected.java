package io.keyledger.command.rule;

import org.jspecify.annotations.Nullable;

/** A command was refused; nothing was written. The message is for the caller. */
public final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RejectionCode code;
    private final @Nullable String field;

    public Rejected(RejectionCode code, String message) {
        this(code, message, null);
    }

    /**
     * A refusal that one field of the request is the cause of.
     *
     * @param field as in the request, such as {@code permissions[1]}
     */
    public Rejected(RejectionCode code, String message, @Nullable String field) {
        super(message, null, false, false);
        this.code = code;
        this.field = field;
    }

    public RejectionCode code() {
        return code;
    }

    public @Nullable String field() {
        return field;
    }
}
