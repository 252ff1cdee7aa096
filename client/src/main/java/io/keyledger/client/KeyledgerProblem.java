package io.keyledger.client;

import org.jspecify.annotations.Nullable;

/** An answer that is an error: a problem as of RFC 9457. */
public final class KeyledgerProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int CONFLICT = 409;
    private static final String WITHHELD = "withheld";

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

    static KeyledgerProblem withheld() {
        return new KeyledgerProblem(
                CONFLICT, new Body(WITHHELD, "This caller's writes are not sent", null));
    }

    /** Whether it was not sent at all, by a caller that sends no writes. */
    public boolean isWithheld() {
        return code.equals(WITHHELD);
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
