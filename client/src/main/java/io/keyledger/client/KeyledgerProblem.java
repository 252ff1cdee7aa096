package io.keyledger.client;

import org.jspecify.annotations.Nullable;

/** An answer that is an error: a problem as of RFC 9457. */
public final class KeyledgerProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detail;
    private final @Nullable String field;

    KeyledgerProblem(int status, Body body) {
        super(status + " " + body.codeOrStatus(status) + ": " + body.detail());
        this.status = status;
        this.code = body.codeOrStatus(status);
        this.detail = body.detail() == null ? code : body.detail();
        this.field = body.field();
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Stable code of what went wrong, such as {@code too-many-api-keys}. */
    public String code() {
        return code;
    }

    /** What went wrong, in words for people. */
    public String detail() {
        return detail;
    }

    /** Field of the request that is wrong, if it is one. */
    public @Nullable String field() {
        return field;
    }

    /** What of a problem is looked at. */
    record Body(@Nullable String code, @Nullable String detail, @Nullable String field) {

        String codeOrStatus(int status) {
            return code == null ? "http-" + status : code;
        }
    }
}
